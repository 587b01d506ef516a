import {
  AuditorService,
  AuditorServiceEvent,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Clock } from '../clusters/Clock';
import { ResourceIndex } from '../store/types';
import { groupOf, KindTable } from './KindTable';
import { Mandate, MandateServices } from './Mandate';
import { OperationExecutor } from './OperationExecutor';
import { LEASE_MS } from './StepLedger';
import { hasEnded, OperationRecord } from './OperationRecord';
import { OperationTable } from './OperationTable';
import { SeriesExecutor } from './series/SeriesExecutor';
import { SeriesPlan } from './series/types';
import { sighted } from './sighted';

/** How often unfinished operations that nobody holds are looked for, ms. */
const LOOK_MS = 15_000;
/** How often operations that ended long ago are forgotten, ms. */
const PRUNE_MS = 3_600_000;
const RESUMED_AT_ONCE = 10;
const SIGHTING_MS = 5_000;

export interface RunnerServices {
  table: OperationTable;
  executor: OperationExecutor;
  series: SeriesExecutor;
  /** How long operations that have ended are kept, days. */
  retentionDays: number;
  mandates: MandateServices;
  auditor: AuditorService;
  index: ResourceIndex;
  kinds: KindTable;
  clock: Clock;
  logger: LoggerService;
}

/** Runs accepted operations in the background, and takes up those that another process left unfinished. */
export class OperationRunner {
  readonly #services: RunnerServices;
  readonly #owner: string;
  readonly #running = new Map<string, Promise<void>>();
  readonly #listeners = new Set<(id: string) => void>();
  readonly #end = new AbortController();
  #cancelLook: () => void = () => {};
  #prunedAt = -Infinity;

  constructor(services: RunnerServices, owner: string) {
    this.#services = services;
    this.#owner = owner;
  }

  /** Takes up what is unfinished, now and every 15 s. */
  start(): void {
    const look = async () => {
      await Promise.all([this.resumeDue(), this.#prune()]).catch(error =>
        this.#services.logger.warn(
          `Unfinished operations could not be looked for; next try in ${
            LOOK_MS / 1000
          } s. ${error}`,
        ),
      );
      if (this.#end.signal.aborted) return;
      this.#cancelLook = this.#services.clock.after(LOOK_MS, () => void look());
    };
    void look();
  }

  /** Ends what runs at the next safe point; another process goes on with it. */
  async stop(): Promise<void> {
    this.#cancelLook();
    this.#end.abort();
    await this.idle();
  }

  /** When nothing runs here any more. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#running.values());
  }

  /** Takes up operations whose lease has run out. */
  async resumeDue(): Promise<void> {
    const { table, clock } = this.#services;
    const now = clock.now();
    for (const id of await table.due(now, RESUMED_AT_ONCE)) {
      if (this.#end.signal.aborted || this.#running.has(id)) continue;
      if (await table.lease(id, this.#owner, now, now + LEASE_MS)) {
        const record = await table.get(id);
        if (record && !hasEnded(record)) this.run(record);
      }
    }
  }

  /** Forgets what ended long ago; what is under way never. */
  async #prune(): Promise<void> {
    const { table, clock, retentionDays } = this.#services;
    const now = clock.now();
    if (now - this.#prunedAt < PRUNE_MS) return;
    this.#prunedAt = now;
    await table.prune(now - retentionDays * 86_400_000);
  }

  /** @param credentials - of the person, in the process that accepted the operation */
  run(record: OperationRecord, credentials?: BackstageCredentials): void {
    const work = this.#execute(record, credentials)
      .catch(error =>
        this.#services.logger.error(
          `Operation ${record.id} (${record.title}) was interrupted and will be taken up again: ${error}`,
        ),
      )
      .finally(() => {
        this.#running.delete(record.id);
        for (const listener of this.#listeners) listener(record.id);
      });
    this.#running.set(record.id, work);
  }

  /** Called when work on an operation ends in this process. Returns how to stop. */
  subscribe(listener: (id: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #execute(
    record: OperationRecord,
    credentials: BackstageCredentials | undefined,
  ): Promise<void> {
    const { executor, mandates, series } = this.#services;
    const audit = await this.#audit(record, credentials === undefined);
    const mandate = new Mandate(record, mandates, credentials);
    const { signal } = this.#end;
    if (isSeries(record)) {
      await series.run(record, mandate, signal);
    } else {
      await executor.run(record, mandate, {
        signal,
        beforeEnd: done => this.#completeOutput(done),
      });
    }
    const { cancelledBy } = record.output;
    if (record.state === 'done' || record.state === 'cancelled') {
      await audit.success({
        meta: {
          steps: summary(record),
          ...(typeof cancelledBy === 'string' && { cancelledBy }),
        },
      });
    } else if (record.state === 'failed') {
      await audit.fail({
        meta: { steps: summary(record) },
        error: new Error(record.error ?? 'no reason recorded'),
      });
    }
  }

  #audit(
    record: OperationRecord,
    resumed: boolean,
  ): Promise<AuditorServiceEvent> {
    return this.#services.auditor.createEvent({
      eventId: 'operation-run',
      severityLevel: 'medium',
      meta: {
        operationId: record.id,
        operation: record.operation,
        title: record.title,
        actor: record.actor.userRef,
        groups: [...record.actor.groups],
        entityRef: record.entityRef ?? null,
        resumed,
      },
    });
  }

  /** The id under which the index shows what was made last, so that a page can be opened on it. */
  async #completeOutput(record: OperationRecord): Promise<void> {
    const { index, kinds, clock } = this.#services;
    const made = [...record.steps]
      .reverse()
      .flatMap(step => (step.verb === 'create' ? [step] : []))
      .find(
        ({ object }) => kinds.find(object.apiVersion, object.kind)?.integration,
      );
    if (!made || record.output.resourceId) return;
    const { apiVersion, kind, metadata } = made.object;
    const resourceId = await sighted(
      index,
      {
        source: made.source,
        group: groupOf(apiVersion),
        kind,
        namespace: metadata.namespace,
        name: metadata.name,
      },
      { clock, ms: SIGHTING_MS, signal: this.#end.signal },
    );
    record.output = {
      ...record.output,
      source: made.source,
      namespace: metadata.namespace,
      name: metadata.name,
      ...(resourceId && { resourceId }),
    };
  }
}

function isSeries(
  record: OperationRecord,
): record is OperationRecord & { series: SeriesPlan } {
  return record.series !== undefined;
}

function summary(record: OperationRecord): string[] {
  return record.steps.map(
    ({ id, title }) => `${title}: ${record.progress[id]?.state ?? 'pending'}`,
  );
}
