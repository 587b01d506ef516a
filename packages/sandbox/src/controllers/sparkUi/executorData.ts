import type { AppStatus, ExecutorRecord } from './AppStatus';
import { sparkDate } from './sparkDate';
import { total, type MetricName } from './TaskMetrics';

const MEBI = 1_048_576;
const STORAGE_SHARE = 0.6 * 0.94;
const RESERVED_MEBI = 300;

/** Bytes of heap that Spark may use for execution and storage together. */
function unifiedMemory(memoryMebi: number): number {
  return Math.max(
    0,
    Math.round((memoryMebi - RESERVED_MEBI) * STORAGE_SHARE * MEBI),
  );
}

/** Peaks of memory: near the heap's end where tasks spill. */
function peaks(executor: ExecutorRecord, spilled: number, gcMs: number) {
  const heap = executor.memoryMebi * MEBI;
  const share = spilled > 0 ? 0.94 : 0.58;
  const unified = unifiedMemory(executor.memoryMebi);
  return {
    JVMHeapMemory: Math.round(heap * share),
    JVMOffHeapMemory: 92 * MEBI,
    OnHeapExecutionMemory: Math.round(unified * share * 0.9),
    OffHeapExecutionMemory: 0,
    OnHeapStorageMemory: Math.round(unified * 0.06),
    OffHeapStorageMemory: 0,
    OnHeapUnifiedMemory: Math.round(unified * share * 0.96),
    OffHeapUnifiedMemory: 0,
    DirectPoolMemory: 34 * MEBI,
    MappedPoolMemory: 0,
    ProcessTreeJVMVMemory: 0,
    ProcessTreeJVMRSSMemory: 0,
    ProcessTreePythonVMemory: 0,
    ProcessTreePythonRSSMemory: 0,
    ProcessTreeOtherVMemory: 0,
    ProcessTreeOtherRSSMemory: 0,
    MinorGCCount: Math.round(gcMs / 20),
    MinorGCTime: gcMs,
    MajorGCCount: spilled > 0 ? 3 : 0,
    MajorGCTime: spilled > 0 ? Math.round(gcMs * 0.3) : 0,
    TotalGCTime: gcMs,
  };
}

/** An executor as `/executors` and `/allexecutors` tell it (ExecutorSummary in status/api/v1/api.scala, 3.5 and 4.x). */
function executorSummary(app: AppStatus, executor: ExecutorRecord): object {
  const tasks = app.stages.flatMap(stage =>
    stage.tasks.filter(task => task.executor === executor.id),
  );
  const sum = (name: MetricName) => total(tasks, name);
  const active = executor.removedAt === undefined;
  const unified = unifiedMemory(executor.memoryMebi);
  const used = Math.round(unified * 0.02);
  const running = app.stages.some(stage => stage.status === 'ACTIVE');
  const activeTasks = active && running ? executor.cores : 0;
  return {
    id: executor.id,
    hostPort: executor.hostPort,
    isActive: active,
    rddBlocks: 0,
    memoryUsed: active ? used : 0,
    diskUsed: 0,
    totalCores: executor.cores,
    maxTasks: executor.cores,
    activeTasks,
    failedTasks: executor.failedTasks,
    completedTasks: tasks.length,
    totalTasks: tasks.length + executor.failedTasks + activeTasks,
    totalDuration: sum('durationMs'),
    totalGCTime: sum('gcMs'),
    totalInputBytes: sum('inputBytes'),
    totalShuffleRead: sum('shuffleReadBytes'),
    totalShuffleWrite: sum('shuffleWriteBytes'),
    isBlacklisted: false,
    maxMemory: unified,
    addTime: sparkDate(executor.addedAt),
    removeTime: sparkDate(executor.removedAt),
    removeReason: executor.removeReason,
    executorLogs: {},
    memoryMetrics: {
      usedOnHeapStorageMemory: active ? used : 0,
      usedOffHeapStorageMemory: 0,
      totalOnHeapStorageMemory: unified,
      totalOffHeapStorageMemory: 0,
    },
    blacklistedInStages: [],
    peakMemoryMetrics: peaks(executor, sum('memoryBytesSpilled'), sum('gcMs')),
    attributes: {},
    resources: {},
    resourceProfileId: 0,
    isExcluded: false,
    excludedInStages: [],
  };
}

/** The driver's own row, which takes no tasks. */
function driverSummary(app: AppStatus): object {
  const unified = unifiedMemory(1_024);
  return {
    ...executorSummary(app, {
      id: 'driver',
      hostPort: 'driver:7079',
      cores: 0,
      memoryMebi: 1_024,
      addedAt: app.application.startedAt,
      failedTasks: 0,
    }),
    maxMemory: unified,
  };
}

/** Executors that are there; with `all` also those that were. The driver comes first. */
export function executorList(app: AppStatus, all: boolean): object[] {
  const records = [...app.executors.values()].filter(
    ({ removedAt }) => all || removedAt === undefined,
  );
  return [
    driverSummary(app),
    ...records.map(executor => executorSummary(app, executor)),
  ];
}
