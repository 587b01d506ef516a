import {
  Assessment,
  PodSummary,
  ResourceLink,
  Run,
  RunDetail,
} from '@millrace/backstage-plugin-data-platform-common';
import { RowFilter } from '../store/types';

/** A run as it is recorded. Idempotent by (source, uid, attempt). */
export interface RunRecord extends Omit<Run, 'live' | 'assessment'> {
  assessment: Assessment;
  pods?: readonly PodSummary[];
  links?: readonly ResourceLink[];
  /** YAML of the definition it had, secrets masked. */
  definition?: string;
}

export interface RunQuery {
  entityRef?: string;
  productRef?: string;
  domainRef?: string;
  /** All attempts of one object. */
  source?: string;
  uid?: string;
  outcome?: 'succeeded' | 'failed' | 'cancelled' | 'running';
  before?: string;
  limit: number;
}

/** Runs and changes of verdict, in the plugin's database. Writes are queued and go in batches. */
export interface HistoryStore {
  record(run: RunRecord): void;
  /** Last lines of a failed driver, redacted and capped by the caller. */
  recordLog(runId: string, text: string): void;
  /** The object is gone: what was not finished by then is told as it was seen last. */
  recordGone(source: string, uid: string, at: string): void;
  /** Runs whose objects are gone or not, as recorded; `live` is false. */
  query(query: RunQuery): Promise<readonly Run[]>;
  get(id: string): Promise<RunDetail | undefined>;
  /** Everything queued so far is written. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Which runs a viewer may see: same fields as a row. */
export type RunFilter = (
  run: Pick<Run, 'entityRef' | 'productRef' | 'domainRef'>,
) => boolean;

export type { RowFilter };
