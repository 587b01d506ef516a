import {
  Fact,
  PlatformResource,
  SparkNumbers,
} from '@millrace/backstage-plugin-data-platform-common';
import { RunFacts } from '@millrace/backstage-plugin-data-platform-node';

/** Key of the fact that lists show while an application runs. The history does not keep it: it is news every few seconds. */
export const FACT_PROGRESS = 'progress';

/** Numbers that a run tells of itself, which the index shows and does not hold. Synchronous; nothing here throws. */
export interface RunNumbers {
  /** A run, or the service behind a row of nature `service`, has been judged. Called often, mostly with nothing new. */
  observe(row: PlatformResource, run: RunFacts): void;
  /** The object is gone, or runs no application any more. */
  gone(id: string): void;
  /** The newest of that attempt; `id` is that of the row. */
  of(id: string, attempt: string | undefined): SparkNumbers | undefined;
  /** What its row tells of them. */
  facts(id: string, attempt: string | undefined): readonly Fact[];
}
