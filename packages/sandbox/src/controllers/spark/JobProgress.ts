import type { Clock } from '../../types';
import type { AppStatus } from '../sparkUi/AppStatus';
import { taskMetrics, type TaskMetrics } from '../sparkUi/TaskMetrics';
import { seededRandom } from '../random';
import type { Behaviour } from './behaviour';
import type { Executor } from './ExecutorPool';
import { actionOf } from './programOutput';
import type { SparkLog } from './SparkLog';
import { stagePlan, type StagePlan } from './stagePlan';

/**
 * Turns the progress of a job into the lines that its driver writes (stages, tasks started and finished) and into the numbers
 * that its REST API gives.
 */
export class JobProgress {
  readonly #log: SparkLog;
  readonly #clock: Clock;
  readonly #app: AppStatus;
  readonly #plan: StagePlan;
  readonly #action: string;
  #finished = 0;
  #lastAt: number;

  constructor(options: {
    log: SparkLog;
    clock: Clock;
    app: AppStatus;
    workMs: number;
    behaviour: Behaviour;
  }) {
    const { app, behaviour } = options;
    this.#log = options.log;
    this.#clock = options.clock;
    this.#app = app;
    this.#action = actionOf(behaviour.program);
    this.#plan = stagePlan(options.workMs, behaviour);
    this.#lastAt = options.clock.now();
  }

  start(): void {
    const { tasks, sizes } = this.#plan;
    this.#lastAt = this.#clock.now();
    this.#app.jobStarted(this.#action, sizes, this.#lastAt);
    this.#log.info('SparkContext', `Starting job: ${this.#action}`);
    this.#log.info(
      'DAGScheduler',
      `Got job 0 (${this.#action}) with ${tasks} output partitions`,
    );
    this.#submitStage();
  }

  /** Takes over a job that had come to `progress` since `startedAt`: its past is in the numbers, not in the log again. */
  resume(progress: number, startedAt: number, executors: readonly Executor[]) {
    const { sizes, tasks } = this.#plan;
    const due = Math.floor(progress * tasks);
    const span = this.#clock.now() - startedAt;
    this.#app.jobStarted(this.#action, sizes, startedAt);
    this.#app.stageSubmitted(0, startedAt);
    while (this.#finished < due) {
      const at = startedAt + Math.round((span * this.#finished) / due);
      const id = executors[this.#finished % Math.max(1, executors.length)]?.id;
      this.#recordTask(id ?? 1, at);
      const { task } = this.current();
      if (task === 0 && this.#finished < tasks) {
        this.#app.stageSubmitted(this.current().stage, at);
      }
    }
  }

  /** Reports the tasks that are done at `progress` (0 to 1), spread over the executors. */
  advance(progress: number, executors: readonly Executor[]): void {
    const due = Math.min(
      Math.floor(progress * this.#plan.tasks),
      this.#plan.tasks,
    );
    while (this.#finished < due) {
      const executor = executors[this.#finished % executors.length];
      if (!executor || this.straggles()) return;
      this.#finishTask(executor);
    }
  }

  /** Whether everything waits for one task that takes many times as long as the others. */
  straggles(): boolean {
    const { stage, task } = this.current();
    if (!this.#plan.isSkewed(stage, task)) return false;
    const { durationMs } = this.#metrics(stage, task);
    return this.#clock.now() - this.#lastAt < durationMs;
  }

  /** The stage and the task that an executor works on: what is named when it is lost. */
  current(): { stage: number; task: number; tid: number } {
    return { ...this.#plan.taskAt(this.#finished), tid: this.#finished };
  }

  /** A task was lost with its executor. */
  lose(executor: Executor): void {
    this.#app.taskFailed(this.current().stage, String(executor.id));
  }

  end(tookMs: number): void {
    this.#app.jobEnded('SUCCEEDED', this.#clock.now());
    this.#log.info(
      'DAGScheduler',
      `Job 0 finished: ${this.#action}, took ${(tookMs / 1000).toFixed(6)} s`,
    );
  }

  #metrics(stage: number, task: number): TaskMetrics {
    // By the task's own seed, so that a History Server tells of the same run in the same numbers.
    const seed = `${this.#app.application.id}/${stage}/${task}`;
    return taskMetrics(seededRandom(seed), this.#plan.shapeOf(stage, task));
  }

  #submitStage(): void {
    const { stage } = this.current();
    const size = this.#plan.sizes[stage];
    const kind = this.#plan.isShuffleMap(stage) ? 'ShuffleMap' : 'Result';
    this.#app.stageSubmitted(stage, this.#clock.now());
    this.#log.info(
      'DAGScheduler',
      `Submitting ${size} missing tasks from ${kind}Stage ${stage} (${
        this.#action
      })`,
    );
    this.#log.info(
      'TaskSchedulerImpl',
      `Adding task set ${stage}.0 with ${size} tasks resource profile 0`,
    );
  }

  #recordTask(executor: number, at: number): TaskMetrics {
    const { stage, task } = this.current();
    const metrics = this.#metrics(stage, task);
    const finished = { ...metrics, executor: String(executor) };
    this.#app.taskFinished(stage, finished, at);
    this.#finished += 1;
    return metrics;
  }

  #finishTask(executor: Executor): void {
    const { stage, task, tid } = this.current();
    const size = this.#plan.sizes[stage];
    const now = this.#clock.now();
    const { durationMs } = this.#recordTask(executor.id, now);
    this.#lastAt = now;
    this.#log.info(
      'TaskSetManager',
      `Finished task ${task}.0 in stage ${stage}.0 (TID ${tid}) in ${durationMs} ms on ${
        executor.address
      } (executor ${executor.id}) (${task + 1}/${size})`,
    );
    if (task + 1 < size) return;
    const since = this.#app.stages[stage].submittedAt ?? now;
    this.#log.info(
      'DAGScheduler',
      `Stage ${stage} (${this.#action}) finished in ${(
        (now - since) /
        1000
      ).toFixed(3)} s`,
    );
    if (this.#finished < this.#plan.tasks) this.#submitStage();
  }
}
