import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Run,
  RunDetail,
  RunPage,
  SparkNumbers,
} from '@millrace/backstage-plugin-data-platform-common';
import { Knex } from 'knex';
import { Clock } from '../clusters/Clock';
import { HistoryQueue, PendingWrite } from './HistoryQueue';
import { HistoryReader } from './HistoryReader';
import { HistoryWriter } from './HistoryWriter';
import { ReadGuard } from './ReadGuard';
import { UsageRecord } from '../executors/UsageRecord';
import { HistoryStore, LogTail, RunFilter, RunQuery, RunRecord } from './types';

/** More than this waits: {@link HistoryStore.saturated}. */
const SATURATED = 1_000;
const CAPACITY = 5_000;

/** What the history is made with. */
export interface DatabaseHistoryOptions {
  /** With the migrations of this plugin applied. */
  database: Knex;
  logger: LoggerService;
  clock: Clock;
  /** Hash of the definition that the next run of an entity will have, as the annotation millrace.dev/definition has it. */
  currentDefinition?(entityRef: string): string | undefined;
}

/** The history in the plugin's database: better-sqlite3 or PostgreSQL. Any number of replicas may write it. */
export class DatabaseHistory implements HistoryStore {
  readonly #queue = new HistoryQueue(CAPACITY);
  readonly #writer: HistoryWriter;
  readonly #reader: HistoryReader;
  readonly #reading: ReadGuard;
  readonly #clock: Clock;

  constructor(options: DatabaseHistoryOptions) {
    this.#clock = options.clock;
    this.#writer = new HistoryWriter(this.#queue, options);
    this.#reader = new HistoryReader(options);
    this.#reading = new ReadGuard(options);
  }

  get saturated(): boolean {
    return this.#queue.size > SATURATED;
  }

  record(run: RunRecord): void {
    const { health, reason, message } = run.assessment;
    const recordedAt = this.#clock.now();
    const at = run.assessment.since ?? new Date(recordedAt).toISOString();
    const { outcome } = run;
    this.#add({
      type: 'run',
      run,
      changes: [
        { at, health, reason, message, ...(outcome ? { outcome } : {}) },
      ],
      recordedAt,
    });
  }

  recordLog(runId: string, tail: LogTail): void {
    this.#add({ type: 'log', runId, tail });
  }

  recordNumbers(runId: string, numbers: SparkNumbers): void {
    this.#add({ type: 'numbers', runId, numbers });
  }

  recordUsage(runId: string, usage: UsageRecord): void {
    this.#add({ type: 'usage', runId, usage });
  }

  recordDefinition(hash: string, yaml: string): void {
    const recordedAt = this.#clock.now();
    this.#add({ type: 'definition', hash, yaml, recordedAt });
  }

  recordGone(
    source: string,
    uid: string,
    at: string,
    { seen = true }: { seen?: boolean } = {},
  ): void {
    this.#add({ type: 'gone', source, uid, at, seen });
  }

  reconcile(
    scope: { source: string; group: string; kind: string; namespace?: string },
    present: ReadonlySet<string>,
    at: string,
  ): void {
    const recordedAt = this.#clock.now();
    this.#add({ type: 'reconcile', ...scope, present, at, recordedAt });
  }

  query(query: RunQuery, allowed?: RunFilter): Promise<readonly Run[]> {
    return this.#reading.run(() => this.#reader.query(query, allowed));
  }

  stats(
    query: Omit<RunQuery, 'before' | 'limit' | 'outcome'>,
    allowed?: RunFilter,
  ): Promise<RunPage['stats']> {
    return this.#reading.run(() => this.#reader.stats(query, allowed));
  }

  get(id: string): Promise<RunDetail | undefined> {
    return this.#reading.run(() => this.#reader.get(id));
  }

  usage(runId: string): Promise<UsageRecord | undefined> {
    return this.#reading.run(() => this.#reader.usage(runId));
  }

  flush(): Promise<void> {
    return this.#writer.flush();
  }

  stop(): Promise<void> {
    return this.#writer.stop();
  }

  #add(write: PendingWrite): void {
    this.#queue.add(write);
    this.#writer.wake();
  }
}
