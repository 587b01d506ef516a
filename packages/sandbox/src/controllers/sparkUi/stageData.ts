import type { AppStatus, Stage } from './AppStatus';
import { sparkDate } from './sparkDate';
import { total, type MetricName, type TaskMetrics } from './TaskMetrics';

const CPU_SHARE = 0.71;
const NANOSECONDS = 1_000_000;

/** A stage as `/stages` tells it (StageData in status/api/v1/api.scala, 3.5 and 4.x). */
export function stageData(app: AppStatus, stage: Stage): object {
  const { tasks } = stage;
  const sum = (name: MetricName) => total(tasks, name);
  const runTime = sum('durationMs');
  return {
    status: stage.status,
    stageId: stage.id,
    attemptId: 0,
    numTasks: stage.numTasks,
    numActiveTasks: app.activeTasks(stage),
    numCompleteTasks: tasks.length,
    numFailedTasks: stage.failedTasks,
    numKilledTasks: 0,
    numCompletedIndices: tasks.length,
    submissionTime: sparkDate(stage.submittedAt),
    firstTaskLaunchedTime: sparkDate(stage.submittedAt),
    completionTime: sparkDate(stage.completedAt),
    failureReason: stage.failureReason,
    executorDeserializeTime: tasks.length * 12,
    executorDeserializeCpuTime: tasks.length * 8 * NANOSECONDS,
    executorRunTime: runTime,
    executorCpuTime: Math.round(runTime * CPU_SHARE) * NANOSECONDS,
    resultSize: tasks.length * 2_112,
    jvmGcTime: sum('gcMs'),
    resultSerializationTime: tasks.length,
    memoryBytesSpilled: sum('memoryBytesSpilled'),
    diskBytesSpilled: sum('diskBytesSpilled'),
    peakExecutionMemory: tasks.length * 33_554_432,
    inputBytes: sum('inputBytes'),
    inputRecords: sum('inputRecords'),
    outputBytes: sum('outputBytes'),
    outputRecords: sum('outputRecords'),
    shuffleRemoteBlocksFetched: 0,
    shuffleLocalBlocksFetched: 0,
    shuffleFetchWaitTime: sum('fetchWaitMs'),
    shuffleRemoteBytesRead: Math.round(sum('shuffleReadBytes') * 0.7),
    shuffleRemoteBytesReadToDisk: 0,
    shuffleLocalBytesRead: Math.round(sum('shuffleReadBytes') * 0.3),
    shuffleReadBytes: sum('shuffleReadBytes'),
    shuffleReadRecords: sum('shuffleReadRecords'),
    shuffleWriteBytes: sum('shuffleWriteBytes'),
    shuffleWriteTime: Math.round(runTime * 0.04) * NANOSECONDS,
    shuffleWriteRecords: sum('shuffleWriteRecords'),
    name: stage.name,
    details: '',
    schedulingPool: 'default',
    rddIds: [stage.id],
    accumulatorUpdates: [],
    killedTasksSummary: {},
    resourceProfileId: 0,
    isShufflePushEnabled: false,
    shuffleMergersCount: 0,
  };
}

/** Values at the given quantiles, as Spark picks them: the element at `quantile x count`, the last one at most. */
export function atQuantiles(
  values: readonly number[],
  quantiles: readonly number[],
): number[] {
  const sorted = [...values].sort((left, right) => left - right);
  return quantiles.map(
    quantile =>
      sorted[Math.min(Math.floor(quantile * sorted.length), sorted.length - 1)],
  );
}

/** How the tasks of a stage spread, as `taskSummary` tells it (TaskMetricDistributions). */
export function taskSummary(
  tasks: readonly TaskMetrics[],
  quantiles: readonly number[],
): object {
  const spread = (of: (task: TaskMetrics) => number) =>
    atQuantiles(tasks.map(of), quantiles);
  const runTime = spread(task => task.durationMs);
  const none = quantiles.map(() => 0);
  return {
    quantiles,
    duration: spread(task => task.durationMs + 20),
    executorDeserializeTime: quantiles.map(() => 12),
    executorDeserializeCpuTime: quantiles.map(() => 8 * NANOSECONDS),
    executorRunTime: runTime,
    executorCpuTime: runTime.map(
      ms => Math.round(ms * CPU_SHARE) * NANOSECONDS,
    ),
    resultSize: quantiles.map(() => 2_112),
    jvmGcTime: spread(task => task.gcMs),
    resultSerializationTime: none,
    gettingResultTime: none,
    schedulerDelay: quantiles.map(() => 8),
    peakExecutionMemory: quantiles.map(() => 33_554_432),
    memoryBytesSpilled: spread(task => task.memoryBytesSpilled),
    diskBytesSpilled: spread(task => task.diskBytesSpilled),
    inputMetrics: {
      bytesRead: spread(task => task.inputBytes),
      recordsRead: spread(task => task.inputRecords),
    },
    outputMetrics: {
      bytesWritten: spread(task => task.outputBytes),
      recordsWritten: spread(task => task.outputRecords),
    },
    shuffleReadMetrics: {
      readBytes: spread(task => task.shuffleReadBytes),
      readRecords: spread(task => task.shuffleReadRecords),
      remoteBlocksFetched: none,
      localBlocksFetched: none,
      fetchWaitTime: spread(task => task.fetchWaitMs),
      remoteBytesRead: spread(task => Math.round(task.shuffleReadBytes * 0.7)),
      remoteBytesReadToDisk: none,
      totalBlocksFetched: none,
    },
    shuffleWriteMetrics: {
      writeBytes: spread(task => task.shuffleWriteBytes),
      writeRecords: spread(task => task.shuffleWriteRecords),
      writeTime: none,
    },
  };
}
