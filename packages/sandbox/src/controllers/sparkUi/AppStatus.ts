import type { TaskMetrics } from './TaskMetrics';

export type StageStatus = 'ACTIVE' | 'COMPLETE' | 'PENDING' | 'FAILED';
export type JobStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED';

/** A task that ended well. */
export interface FinishedTask extends TaskMetrics {
  executor: string;
}

export interface Stage {
  id: number;
  name: string;
  numTasks: number;
  status: StageStatus;
  submittedAt?: number;
  completedAt?: number;
  failureReason?: string;
  failedTasks: number;
  tasks: FinishedTask[];
}

/** An executor from the moment that it registered; its times in ms since the epoch. */
export interface ExecutorRecord {
  id: string;
  hostPort: string;
  cores: number;
  /** Heap in MiB. */
  memoryMebi: number;
  addedAt: number;
  removedAt?: number;
  removeReason?: string;
  failedTasks: number;
}

export interface Application {
  id: string;
  name: string;
  user: string;
  sparkVersion: string;
  startedAt: number;
  endedAt?: number;
}

/** What a Spark application knows of itself, as its UI and its History Server tell it (Spark's AppStatusStore). */
export class AppStatus {
  readonly application: Application;
  readonly stages: Stage[] = [];
  readonly executors = new Map<string, ExecutorRecord>();
  jobName = '';
  jobStatus: JobStatus = 'RUNNING';
  jobSubmittedAt?: number;
  jobCompletedAt?: number;
  /** When the last task began or ended: since then the running ones run. */
  lastTaskAt = 0;

  constructor(application: Application) {
    this.application = application;
  }

  /** The one job of an application, with the sizes of its stages. */
  jobStarted(name: string, sizes: readonly number[], now: number): void {
    this.jobName = name;
    this.jobSubmittedAt = now;
    sizes.forEach((numTasks, id) =>
      this.stages.push({
        id,
        name,
        numTasks,
        status: 'PENDING',
        failedTasks: 0,
        tasks: [],
      }),
    );
  }

  stageSubmitted(id: number, now: number): void {
    const stage = this.stages[id];
    stage.status = 'ACTIVE';
    stage.submittedAt = now;
    this.lastTaskAt = now;
  }

  taskFinished(stageId: number, task: FinishedTask, now: number): void {
    const stage = this.stages[stageId];
    stage.tasks.push(task);
    this.lastTaskAt = now;
    if (stage.tasks.length < stage.numTasks) return;
    stage.status = 'COMPLETE';
    stage.completedAt = now;
  }

  /** A task that was lost with its executor. */
  taskFailed(stageId: number, executor: string): void {
    const stage = this.stages[stageId];
    if (stage) stage.failedTasks += 1;
    const record = this.executors.get(executor);
    if (record) record.failedTasks += 1;
  }

  executorAdded(executor: Omit<ExecutorRecord, 'failedTasks'>): void {
    this.executors.set(executor.id, { ...executor, failedTasks: 0 });
  }

  executorRemoved(id: string, reason: string, now: number): void {
    const executor = this.executors.get(id);
    if (!executor || executor.removedAt !== undefined) return;
    executor.removedAt = now;
    executor.removeReason = reason;
  }

  jobEnded(status: 'SUCCEEDED' | 'FAILED', now: number, why?: string): void {
    this.jobStatus = status;
    this.jobCompletedAt = now;
    for (const stage of this.stages) {
      if (stage.status !== 'ACTIVE') continue;
      stage.status = 'FAILED';
      stage.completedAt = now;
      stage.failureReason = why;
    }
  }

  /** Tasks that run now: one a core, as long as there are any. */
  activeTasks(stage: Stage): number {
    if (stage.status !== 'ACTIVE') return 0;
    const cores = [...this.executors.values()]
      .filter(({ removedAt }) => removedAt === undefined)
      .reduce((sum, executor) => sum + executor.cores, 0);
    return Math.min(cores, stage.numTasks - stage.tasks.length);
  }
}
