import { field } from '../../integrations/values/field';
import { figure, list } from './figure';

/** How long the tasks of a stage take, in milliseconds. */
export interface TaskSpread {
  median: number;
  max: number;
  /** The longest has not ended yet. */
  running?: boolean;
}

/** What is asked of GET .../taskSummary: the middle and the end. */
export const QUANTILES = '0.5,1.0';

/**
 * GET /applications/{id}/stages/{stage}/{attempt}/taskSummary?quantiles=0.5,1.0, of the tasks that have succeeded.
 * Source: apache/spark status/api/v1/api.scala, TaskMetricDistributions; `duration` since Spark 3.1.
 */
export function readTaskSpread(json: unknown): TaskSpread | undefined {
  const duration = field(json, 'duration') ?? field(json, 'executorRunTime');
  const [median, max] = list(duration, 2).map(value =>
    typeof value === 'number' && Number.isFinite(value)
      ? Math.max(0, value)
      : undefined,
  );
  return median !== undefined && max !== undefined && max >= median
    ? { median, max }
    : undefined;
}

/** GET .../taskList?status=running&sortBy=-runtime&length=1: how long the oldest task has been running. */
export function readLongestTask(json: unknown): number {
  return list(json, 10).reduce<number>(
    (longest, task) => Math.max(longest, figure(task, 'duration')),
    0,
  );
}
