import {
  Operation,
  OperatorState,
  Run,
  RunDetail,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import { EntityChange, EntityStore } from '../../entities/types';
import { UsageRecord } from '../../executors/UsageRecord';
import { HistoryStore } from '../../history/types';
import {
  DomainDirectory,
  DomainPlacement,
  EntityDirectory,
  KnownEntity,
} from '../../join/types';
import { OperationsService } from '../../operations/types';
import { Sources } from '../../sources/types';
import { RouterDeps } from '../deps';

/** A directory of given entities. */
export class FakeEntities implements EntityDirectory {
  readonly #known = new Map<string, KnownEntity>();
  isWarming = false;

  constructor(entities: readonly KnownEntity[] = []) {
    for (const entity of entities) this.#known.set(entity.entityRef, entity);
  }
  get(entityRef: string) {
    return this.#known.get(entityRef);
  }
  async sought(entityRef: string) {
    return this.get(entityRef);
  }
  partsOf(ref: string) {
    return [...this.#known.values()].filter(
      one => one.productRef === ref || one.domainRef === ref,
    );
  }
  all() {
    return this.#known.values();
  }
  warming() {
    return this.isWarming;
  }
  upsert() {}
  remove() {}
  subscribe() {
    return () => {};
  }
}

/** A history that holds given runs. */
export class FakeHistory implements HistoryStore {
  runs: Run[] = [];
  details = new Map<string, RunDetail>();

  record() {}
  recordLog() {}
  recordNumbers() {}
  readonly usages = new Map<string, UsageRecord>();
  recordUsage(runId: string, usage: UsageRecord) {
    this.usages.set(runId, usage);
  }
  async usage(runId: string) {
    return this.usages.get(runId);
  }
  recordDefinition() {}
  recordGone() {}
  reconcile() {}
  async query(
    query: Parameters<HistoryStore['query']>[0],
    allowed: Parameters<HistoryStore['query']>[1] = () => true,
  ) {
    const found = this.runs
      .filter(run => !query.entityRef || run.entityRef === query.entityRef)
      .filter(run => !query.uid || run.uid === query.uid)
      .filter(allowed);
    const last = found[query.limit - 1];
    return found.filter(
      (run, n) => n < query.limit || run.startedAt === last.startedAt,
    );
  }
  async stats(
    query: Parameters<HistoryStore['stats']>[0],
    allowed?: Parameters<HistoryStore['stats']>[1],
  ) {
    const runs = await this.query({ ...query, limit: 1000 }, allowed);
    const finished = runs.filter(run => run.outcome);
    return {
      finished: finished.length,
      succeeded: finished.filter(run => run.outcome === 'succeeded').length,
    };
  }
  async get(id: string) {
    return this.details.get(id);
  }
  async flush() {}
  async stop() {}
}

/** Where domains live. */
export class FakeDomains implements DomainDirectory {
  readonly all: DomainPlacement[] = [];
  ofNamespace() {
    return undefined;
  }
  placements(domainRef: string) {
    return this.all.filter(place => place.domainRef === domainRef);
  }
  labelled() {
    return this.all.flatMap(({ source, namespaces, domainRef, bindings }) =>
      namespaces.map(namespace => ({
        source,
        namespace,
        labels: {},
        domainRef,
        bindings,
      })),
    );
  }
}

/** Sources in a given state. */
export class FakeSources implements Sources {
  isWarming = false;
  readonly operators = new Map<string, OperatorState[]>();
  all: Source[] = [
    {
      name: 'eu-1',
      type: 'kubernetes',
      state: 'connected',
      message: 'Connected.',
      kinds: [
        {
          kind: 'SparkApplication',
          group: 'sparkoperator.k8s.io',
          state: 'watching',
        },
        { kind: 'Notebook', group: 'kubeflow.org', state: 'dormant' },
      ],
    },
  ];
  list() {
    return this.all;
  }
  find(name: string) {
    return this.all.find(source => source.name === name);
  }
  warming() {
    return this.isWarming;
  }
  clockSkewMs() {
    return 0;
  }
}

/** Registered entities. */
export class FakeEntityStore implements EntityStore {
  readonly changes: EntityChange[] = [];
  readonly #listeners = new Set<(change: EntityChange) => void>();

  tell(change: EntityChange) {
    this.changes.push(change);
    for (const listener of this.#listeners) listener(change);
  }
  async put(): Promise<EntityChange> {
    throw new Error('not used');
  }
  async remove() {
    return undefined;
  }
  async get() {
    return undefined;
  }
  async all() {
    return [];
  }
  async changesAfter(seq: number, limit: number) {
    return this.changes.filter(change => change.seq > seq).slice(0, limit);
  }
  async generation() {
    return 'g1';
  }
  subscribe(listener: (change: EntityChange) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** An operation as it stands. */
export function operation(parts: Partial<Operation> = {}): Operation {
  return {
    id: 'op-1',
    operation: 'spark-job:run',
    title: 'Run orders-daily',
    actor: 'user:default/ada',
    state: 'accepted',
    steps: [],
    createdAt: '2026-03-02T08:59:00.000Z',
    ...parts,
  };
}

/** Approvals of which each method is a jest mock. */
export function fakeApprovals(): jest.Mocked<RouterDeps['approvals']> {
  const list: RouterDeps['approvals']['list'] = async () => ({
    ...{ items: [], total: 0, toReview: 0 },
  });
  return {
    request: jest.fn(),
    list: jest.fn(list),
    get: jest.fn(),
    comment: jest.fn(),
    decide: jest.fn(),
    withdraw: jest.fn(),
  };
}

/** Operations of which each method is a jest mock. */
export function fakeOperations(): jest.Mocked<OperationsService> {
  const plan: OperationsService['plan'] = async request => ({
    operation: request.operation,
    title: 'Run orders-daily',
    steps: [],
    findings: [],
    ok: true,
  });
  const get: OperationsService['get'] = async id =>
    id === 'op-1' ? operation() : undefined;
  const start: OperationsService['start'] = async () => operation();
  const list: OperationsService['list'] = async () => ({
    items: [operation()],
  });
  return {
    plan: jest.fn(plan),
    start: jest.fn(start),
    get: jest.fn(get),
    list: jest.fn(list),
  };
}
