import { randomUUID } from 'crypto';
import {
  PlatformResource,
  ResourceDetail,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  ClaimEvidence,
  LimitRangeEvidence,
  QuotaEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { Guard } from '../assess/Guard';
import { podSummaries } from '../assess/podSummaries';
import { resourceEvents } from '../assess/resourceEvents';
import { timelineOf } from '../assess/runFacts';
import { safeLinks } from '../assess/safeLinks';
import { ExecutorBook } from '../executors/ExecutorBook';
import { UsageRecord } from '../executors/UsageRecord';
import { RunRecord } from '../history/types';
import { claimKey } from './concerns';
import { Entry } from './Entry';
import { EntryTable } from './EntryTable';
import { EvidenceIntake } from './EvidenceIntake';
import { Judge } from './Judge';
import { nameKey } from './keys';
import { LiveObjects } from './LiveObjects';
import { Notifier } from './Notifier';
import { RunNumbers } from './RunNumbers';
import {
  IndexChange,
  IndexedResource,
  ResourceIndex,
  ResourceQuery,
  ResourceQueryResult,
  RowFilter,
} from './types';

/** What the reader reads. */
export interface IndexReaderOptions {
  table: EntryTable;
  live: LiveObjects;
  evidence: EvidenceIntake;
  judge: Judge;
  guard: Guard;
  notifier: Notifier;
  linkPatterns: Readonly<Record<string, string>>;
  numbers?: RunNumbers;
  executors: ExecutorBook<Entry>;
  /** Now by the clock of the source. */
  now(source: string): number;
}

type RefFilter = Parameters<ResourceIndex['select']>[0];

/** The index as screens see it. */
export class IndexReader implements ResourceIndex {
  readonly epoch = randomUUID().slice(0, 8);
  readonly #options: IndexReaderOptions;

  constructor(options: IndexReaderOptions) {
    this.#options = options;
  }

  get version(): number {
    return this.#options.live.version;
  }

  get settling(): boolean {
    return this.#options.live.unjudged > 0;
  }

  get(id: string): IndexedResource | undefined {
    const entry = this.#options.table.byId(id);
    if (entry && !entry.row) {
      this.#options.live.assess(entry);
    }
    return entry?.indexed;
  }

  find(key: {
    source: string;
    group: string;
    kind: string;
    namespace?: string;
    name: string;
  }): IndexedResource | undefined {
    const name = nameKey(key.kind, key.group, key.namespace, key.name);
    const entry = this.#options.table.byName(key.source, name);
    return entry && this.get(entry.id);
  }

  select(filter: RefFilter, allowed: RowFilter): readonly IndexedResource[] {
    const found: IndexedResource[] = [];
    for (const entry of this.#narrowed(filter)) {
      const { indexed } = entry;
      if (indexed && matches(indexed.row, filter) && allowed(indexed.row)) {
        found.push(indexed);
      }
    }
    return found;
  }

  query(query: ResourceQuery, allowed: RowFilter): ResourceQueryResult {
    return this.#options.live.queries.run(query, allowed);
  }

  context(id: string): AssessContext | undefined {
    const entry = this.#options.table.byId(id);
    return entry && this.#options.judge.context(entry);
  }

  quotas(source: string, namespace: string): readonly QuotaEvidence[] {
    return this.#options.evidence.of(source).quotas.of(namespace);
  }

  limitRanges(
    source: string,
    namespace: string,
  ): readonly LimitRangeEvidence[] {
    return this.#options.evidence.of(source).limitRanges.of(namespace);
  }

  workbenches(allowed: RowFilter): readonly IndexedResource[] {
    return indexedOf(this.#options.table.workbenches()).filter(({ row }) =>
      allowed(row),
    );
  }

  claims(source: string, namespace: string): readonly ClaimEvidence[] {
    return this.#options.evidence.of(source).claims.of(namespace);
  }

  claimUsers(
    source: string,
    namespace: string,
    claim: string,
  ): readonly IndexedResource[] {
    const { table } = this.#options;
    return indexedOf(table.concerning(source, claimKey(namespace, claim)));
  }

  sees(source: string, allowed: RowFilter): boolean {
    for (const { row } of this.#options.table.ofSource(source)) {
      if (row && allowed(row)) {
        return true;
      }
    }
    return false;
  }

  /** Everything that is known of an object beyond its row. */
  detail(id: string): Omit<ResourceDetail, 'operations'> | undefined {
    const { table, guard, judge, linkPatterns } = this.#options;
    const resource = this.get(id);
    const entry = table.byId(id);
    if (!resource || !entry) {
      return undefined;
    }
    const { row, assessment, definition, object } = resource;
    const ctx = judge.context(entry);
    const links = { patterns: linkPatterns };
    return {
      ...row,
      assessment,
      links: safeLinks(definition, object, links, guard),
      pods: podSummaries(ctx),
      events: resourceEvents(ctx.events),
      timeline: timelineOf(definition, object, ctx, guard),
      runId: judge.runId(entry),
      spark: this.#options.numbers?.of(id, entry.attempt ?? entry.session),
    };
  }

  /** The run that an object shows now, as the history records it; undefined while it shows none. */
  runOf(id: string): RunRecord | undefined {
    const entry = this.#options.table.byId(id);
    return entry && this.#options.judge.runOf(entry);
  }

  /** What is known of the executors of a run that goes on, by now, and that time by the clock of the cluster. */
  usageOf(id: string): { usage: UsageRecord; now: number } | undefined {
    const entry = this.#options.table.byId(id);
    const usage = entry && this.#options.executors.of(entry);
    return usage && { usage, now: this.#options.now(entry.source) };
  }

  changesSince(version: number): readonly IndexChange[] | undefined {
    return this.#options.live.log.since(version);
  }

  subscribe(listener: (changes: readonly IndexChange[]) => void): () => void {
    return this.#options.notifier.subscribe(listener);
  }

  #narrowed(filter: RefFilter): Iterable<Entry> {
    const { table } = this.#options;
    if (filter.unverifiedFor) {
      return table.withRef('claimed', filter.unverifiedFor);
    }
    if (filter.entityRef) {
      return table.withRef('entity', filter.entityRef);
    }
    if (filter.productRef) {
      return table.withRef('product', filter.productRef);
    }
    if (filter.domainRef) {
      return table.withRef('domain', filter.domainRef);
    }
    if (filter.source === undefined) {
      return table.all();
    }
    return filter.namespace === undefined
      ? table.ofSource(filter.source)
      : table.ofNamespace(filter.source, filter.namespace);
  }
}

function indexedOf(entries: Iterable<Entry>): IndexedResource[] {
  return [...entries].flatMap(({ indexed }) => indexed ?? []);
}

function matches(row: PlatformResource, filter: RefFilter): boolean {
  const { entityRef, productRef, domainRef, unverifiedFor } = filter;
  return (
    (filter.source === undefined || row.source === filter.source) &&
    (filter.namespace === undefined || row.namespace === filter.namespace) &&
    (entityRef === undefined || row.entityRef === entityRef) &&
    (productRef === undefined || row.productRef === productRef) &&
    (domainRef === undefined || row.domainRef === domainRef) &&
    (unverifiedFor === undefined ||
      (row.claim === 'unverified' && row.claimedEntityRef === unverifiedFor))
  );
}
