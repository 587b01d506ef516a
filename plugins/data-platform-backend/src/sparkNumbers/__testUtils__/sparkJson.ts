/**
 * Answers of Spark's REST API in the form of Spark 3.5 and 4.x.
 * Source: apache/spark core/src/test/resources/HistoryServerExpectations, and status/api/v1/api.scala.
 */
type Json = Record<string, unknown>;

const NO_MEMORY = {
  JVMHeapMemory: 0,
  JVMOffHeapMemory: 0,
  OnHeapExecutionMemory: 0,
  OffHeapExecutionMemory: 0,
  OnHeapStorageMemory: 0,
  OffHeapStorageMemory: 0,
  OnHeapUnifiedMemory: 0,
  OffHeapUnifiedMemory: 0,
  DirectPoolMemory: 0,
  MappedPoolMemory: 0,
  ProcessTreeJVMVMemory: 0,
  ProcessTreeJVMRSSMemory: 0,
  ProcessTreePythonVMemory: 0,
  ProcessTreePythonRSSMemory: 0,
  ProcessTreeOtherVMemory: 0,
  ProcessTreeOtherRSSMemory: 0,
  MinorGCCount: 13,
  MinorGCTime: 115,
  MajorGCCount: 4,
  MajorGCTime: 339,
  TotalGCTime: 454,
};

/** StageData; 200 tasks, all done, unless told otherwise. */
export function stageJson(stageId: number, over: Json = {}): Json {
  return {
    status: 'COMPLETE',
    stageId,
    attemptId: 0,
    numTasks: 200,
    numActiveTasks: 0,
    numCompleteTasks: 200,
    numFailedTasks: 0,
    numKilledTasks: 0,
    numCompletedIndices: 200,
    submissionTime: '2026-11-22T10:00:00.040GMT',
    firstTaskLaunchedTime: '2026-11-22T10:00:00.077GMT',
    completionTime: '2026-11-22T10:04:00.044GMT',
    executorDeserializeTime: 3905,
    executorDeserializeCpuTime: 979900000,
    executorRunTime: 600_000,
    executorCpuTime: 8810338000,
    resultSize: 33883,
    jvmGcTime: 1010,
    resultSerializationTime: 11,
    memoryBytesSpilled: 0,
    diskBytesSpilled: 0,
    peakExecutionMemory: 384640,
    inputBytes: 0,
    inputRecords: 0,
    outputBytes: 0,
    outputRecords: 0,
    shuffleRemoteBlocksFetched: 0,
    shuffleLocalBlocksFetched: 0,
    shuffleFetchWaitTime: 0,
    shuffleReadBytes: 0,
    shuffleReadRecords: 0,
    shuffleWriteBytes: 0,
    shuffleWriteTime: 0,
    shuffleWriteRecords: 0,
    name: 'join at Orders.scala:42',
    details: 'org.apache.spark.sql.Dataset.join(Dataset.scala:1123)',
    schedulingPool: 'default',
    rddIds: [10, 8],
    accumulatorUpdates: [],
    killedTasksSummary: {},
    resourceProfileId: 0,
    peakExecutorMetrics: NO_MEMORY,
    isShufflePushEnabled: false,
    shuffleMergersCount: 0,
    ...over,
  };
}

/** JobData; running, half done. */
export function jobJson(jobId: number, over: Json = {}): Json {
  return {
    jobId,
    name: 'save at Orders.scala:50',
    submissionTime: '2026-11-22T10:00:00.000GMT',
    stageIds: [1, 2],
    jobTags: [],
    status: 'RUNNING',
    numTasks: 400,
    numActiveTasks: 8,
    numCompletedTasks: 200,
    numSkippedTasks: 0,
    numFailedTasks: 0,
    numKilledTasks: 0,
    numCompletedIndices: 200,
    numActiveStages: 1,
    numCompletedStages: 1,
    numSkippedStages: 0,
    numFailedStages: 0,
    killedTasksSummary: {},
    ...over,
  };
}

/** ExecutorSummary; alive, with four cores, at work. */
export function executorJson(id: string, over: Json = {}): Json {
  return {
    id,
    hostPort: `10.0.0.${id}:43959`,
    isActive: true,
    rddBlocks: 0,
    memoryUsed: 0,
    diskUsed: 0,
    totalCores: 4,
    maxTasks: 4,
    activeTasks: 4,
    failedTasks: 0,
    completedTasks: 100,
    totalTasks: 104,
    totalDuration: 400_000,
    totalGCTime: 8_000,
    totalInputBytes: 1_000_000,
    totalShuffleRead: 2_000_000,
    totalShuffleWrite: 3_000_000,
    isBlacklisted: false,
    maxMemory: 384093388,
    addTime: '2026-11-22T10:00:00.690GMT',
    executorLogs: {},
    memoryMetrics: {
      usedOnHeapStorageMemory: 0,
      usedOffHeapStorageMemory: 0,
      totalOnHeapStorageMemory: 384093388,
      totalOffHeapStorageMemory: 0,
    },
    blacklistedInStages: [],
    peakMemoryMetrics: {
      ...NO_MEMORY,
      JVMHeapMemory: 800 * 2 ** 20,
      JVMOffHeapMemory: 100 * 2 ** 20,
    },
    attributes: {},
    resources: {},
    resourceProfileId: 0,
    isExcluded: false,
    excludedInStages: [],
    ...over,
  };
}

/** The driver, as it stands among the executors. */
export function driverJson(): Json {
  return executorJson('driver', {
    totalCores: 0,
    maxTasks: 0,
    activeTasks: 0,
    completedTasks: 0,
    totalDuration: 0,
    totalGCTime: 0,
  });
}

/** GET /applications of a driver; ApplicationInfo. */
export function applicationJson(id = 'spark-3c1f', over: Json = {}): Json {
  return {
    id,
    name: 'orders-daily',
    attempts: [
      {
        startTime: '2026-11-22T09:59:50.242GMT',
        endTime: '1969-12-31T23:59:59.999GMT',
        lastUpdated: '2026-11-22T09:59:50.242GMT',
        duration: 0,
        sparkUser: '185',
        completed: false,
        appSparkVersion: '4.0.1',
        startTimeEpoch: 1795341590242,
        endTimeEpoch: -1,
        lastUpdatedEpoch: 1795341590242,
        ...over,
      },
    ],
  };
}

/** TaskMetricDistributions for the quantiles 0.5 and 1.0; `duration` in ms. */
export function taskSummaryJson(median: number, max: number): Json {
  const none = [0, 0];
  return {
    quantiles: [0.5, 1.0],
    duration: [median, max],
    executorDeserializeTime: [3, 12],
    executorDeserializeCpuTime: none,
    executorRunTime: [median, max],
    executorCpuTime: none,
    resultSize: none,
    jvmGcTime: none,
    resultSerializationTime: none,
    gettingResultTime: none,
    schedulerDelay: none,
    peakExecutionMemory: none,
    memoryBytesSpilled: none,
    diskBytesSpilled: none,
    inputMetrics: { bytesRead: none, recordsRead: none },
    outputMetrics: { bytesWritten: none, recordsWritten: none },
    shuffleReadMetrics: {
      readBytes: none,
      readRecords: none,
      remoteBlocksFetched: none,
      localBlocksFetched: none,
      fetchWaitTime: none,
      remoteBytesRead: none,
      totalBlocksFetched: none,
    },
    shuffleWriteMetrics: {
      writeBytes: none,
      writeRecords: none,
      writeTime: none,
    },
  };
}
