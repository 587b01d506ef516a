import { flagAt, textAt } from '../../integrations/values/field';
import { count, figure, list } from './figure';

/** More than any application has; Spark itself keeps 100 dead ones (spark.ui.retainedDeadExecutors). */
const MAX_EXECUTORS = 20_000;

/** One executor, alive or dead. Source: as {@link SparkStage}, ExecutorSummary. Spans are milliseconds. */
export interface SparkExecutor {
  active: boolean;
  /** Tasks that it can run at once. */
  slots: number;
  activeTasks: number;
  failedTasks: number;
  completedTasks: number;
  /** Of all its tasks together. */
  taskTime: number;
  gcTime: number;
  inputBytes: number;
  shuffleReadBytes: number;
  shuffleWriteBytes: number;
  /** Most memory that its processes held at once, as far as Spark was asked to look; 0 when it was not. */
  peakMemoryBytes: number;
}

/** GET /applications/{id}/allexecutors, the driver left out: it has no part in the work. */
export function readExecutors(json: unknown): readonly SparkExecutor[] {
  return list(json, MAX_EXECUTORS)
    .filter(each => (textAt(each, 'id') ?? 'driver') !== 'driver')
    .map(each => ({
      active: flagAt(each, 'isActive'),
      slots: count(each, 'maxTasks') || count(each, 'totalCores'),
      activeTasks: count(each, 'activeTasks'),
      failedTasks: count(each, 'failedTasks'),
      completedTasks: count(each, 'completedTasks'),
      taskTime: figure(each, 'totalDuration'),
      gcTime: figure(each, 'totalGCTime'),
      inputBytes: figure(each, 'totalInputBytes'),
      shuffleReadBytes: figure(each, 'totalShuffleRead'),
      shuffleWriteBytes: figure(each, 'totalShuffleWrite'),
      peakMemoryBytes: peakMemory(each),
    }));
}

/**
 * What counts against the container's limit. The process tree's resident memory is the truth where it is measured
 * (spark.executor.processTreeMetrics.enabled); else the JVM's used memory, which leaves out Python and is a lower bound.
 */
function peakMemory(executor: unknown): number {
  const peak = (name: string) => figure(executor, 'peakMemoryMetrics', name);
  const resident =
    peak('ProcessTreeJVMRSSMemory') +
    peak('ProcessTreePythonRSSMemory') +
    peak('ProcessTreeOtherRSSMemory');
  const used =
    peak('JVMHeapMemory') +
    peak('JVMOffHeapMemory') +
    peak('DirectPoolMemory') +
    peak('OffHeapExecutionMemory');
  return resident || used;
}
