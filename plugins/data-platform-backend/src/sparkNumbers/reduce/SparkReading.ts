import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import { SparkApplicationInfo } from '../rest/SparkApplicationInfo';
import { SparkExecutor } from '../rest/SparkExecutor';
import { SparkJob } from '../rest/SparkJob';
import { SparkStage } from '../rest/SparkStage';
import { TaskSpread } from '../rest/TaskSpread';

/** What was read of an application at one time. */
export interface SparkReading {
  /** Epoch milliseconds. */
  at: number;
  from: SparkNumbers['from'];
  application?: SparkApplicationInfo;
  jobs: readonly SparkJob[];
  stages: readonly SparkStage[];
  /** The list of stages was too long to read: only those that are active or failed are in it. */
  partial?: boolean;
  executors: readonly SparkExecutor[];
  /** Of the slowest stages, by {@link stageKey}. */
  spreads: ReadonlyMap<string, TaskSpread>;
  /** Memory of one executor's container, bytes. */
  executorMemoryBytes?: number;
}

export function stageKey({ id, attempt }: SparkStage): string {
  return `${id}.${attempt}`;
}
