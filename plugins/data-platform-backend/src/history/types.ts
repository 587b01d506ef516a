import {
  Assessment,
  PodSummary,
  ResourceLink,
  Run,
  RunDetail,
  RunPage,
  SparkNumbers,
} from '@millrace/backstage-plugin-data-platform-common';
import { DataBranchRef } from '@millrace/backstage-plugin-data-platform-node';
import { UsageRecord } from '../executors/UsageRecord';
import { RowFilter } from '../store/types';

/** A run as it is recorded. Idempotent by (source, uid, attempt). */
export interface RunRecord extends Omit<Run, 'live' | 'assessment'> {
  assessment: Assessment;
  pods?: readonly PodSummary[];
  links?: readonly ResourceLink[];
  /** Hash of the definition it had (annotation millrace.dev/definition); its text comes by `recordDefinition`. */
  definitionHash?: string;
}

/** The end of the log of a failed run, redacted and capped, or why there is none: one or two sentences. */
export type LogTail =
  | { text: string; /** Lines before it were cut off. */ truncated?: boolean }
  | { missing: string };

export interface RunQuery {
  entityRef?: string;
  productRef?: string;
  domainRef?: string;
  /** All attempts of one object. */
  source?: string;
  uid?: string;
  /** Of the object. */
  namespace?: string;
  name?: string;
  /** Runs that one operation (back-fill) made. */
  series?: string;
  /** Runs that were started on this data branch. */
  branch?: DataBranchRef;
  outcome?: 'succeeded' | 'failed' | 'cancelled' | 'running';
  before?: string;
  limit: number;
}

/** Runs and changes of verdict, in the plugin's database. Writes are queued and go in batches. */
export interface HistoryStore {
  record(run: RunRecord): void;
  /** The queue is long: who can tell the same later (a live object keeps its state) waits. Records are taken all the same. */
  readonly saturated?: boolean;
  /** Last lines of a failed driver. */
  recordLog(runId: string, tail: LogTail): void;
  /** What Spark told of itself last, of a run that has ended. */
  recordNumbers(runId: string, numbers: SparkNumbers): void;
  /** What is known of the executors of a run. Tellings add up: each executor counts once. */
  recordUsage(runId: string, usage: UsageRecord): void;
  /** The definition that a run is started with; YAML, secrets masked. `hash` as in {@link RunRecord.definitionHash}. */
  recordDefinition(hash: string, yaml: string): void;
  /**
   * The object is gone: what was not finished by then is told as it was seen last.
   * `seen: false` when it vanished while nobody looked, so that how it ended is not known.
   */
  recordGone(
    source: string,
    uid: string,
    at: string,
    options?: { seen?: boolean },
  ): void;
  /** A complete list, the first of this process: what the history still holds as present and is not in it, is gone. */
  reconcile(
    scope: { source: string; group: string; kind: string; namespace?: string },
    present: ReadonlySet<string>,
    at: string,
  ): void;
  /**
   * Runs as recorded, newest first by `startedAt`, else `submittedAt`; `live` is false. Those whose object is gone have
   * `expired` and a sentence that says so. The page may be longer than `limit` by runs of the very same time, so that
   * `before` (the time of the last one) skips none.
   */
  query(query: RunQuery, allowed?: RunFilter): Promise<readonly Run[]>;
  /** Figures of the last 1,000 finished runs that match. */
  stats(
    query: Omit<RunQuery, 'before' | 'limit' | 'outcome'>,
    allowed?: RunFilter,
  ): Promise<RunPage['stats']>;
  get(id: string): Promise<RunDetail | undefined>;
  /** What was recorded of the executors of a run. */
  usage(runId: string): Promise<UsageRecord | undefined>;
  /** Everything queued so far is written. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Which runs a viewer may see: same fields as a row. */
export type RunFilter = (
  run: Pick<Run, 'entityRef' | 'productRef' | 'domainRef'>,
) => boolean;

export type { RowFilter };
