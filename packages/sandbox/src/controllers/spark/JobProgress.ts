import { between, type Random } from '../random';
import type { Executor } from './ExecutorPool';
import type { SparkLog } from './SparkLog';

const TASK_MS = 700;
const FEWEST_TASKS = 6;
const MOST_TASKS = 5_000;
const TASKS_PER_STAGE = 16;

/** Turns the progress of a job into the lines that its driver writes: stages, tasks started and finished. */
export class JobProgress {
  readonly #log: SparkLog;
  readonly #random: Random;
  readonly #tasks: number;
  readonly #action: string;
  #finished: number;

  constructor(
    log: SparkLog,
    random: Random,
    workMs: number,
    action: string,
    done = 0,
  ) {
    this.#log = log;
    this.#random = random;
    this.#action = action;
    this.#tasks = Math.min(
      Math.max(Math.round(workMs / TASK_MS), FEWEST_TASKS),
      MOST_TASKS,
    );
    this.#finished = Math.floor(done * this.#tasks);
  }

  start(): void {
    this.#log.info('SparkContext', `Starting job: ${this.#action}`);
    this.#log.info(
      'DAGScheduler',
      `Got job 0 (${this.#action}) with ${this.#tasks} output partitions`,
    );
    this.#submitStage();
  }

  /** Reports the tasks that are done at `progress` (0 to 1), spread over the executors. */
  advance(progress: number, executors: readonly Executor[]): void {
    const due = Math.min(Math.floor(progress * this.#tasks), this.#tasks);
    while (this.#finished < due) {
      const executor = executors[this.#finished % executors.length];
      if (!executor) return;
      this.#finishTask(executor);
    }
  }

  /** The stage and the task that an executor works on: what is named when it is lost. */
  current(): { stage: number; task: number; tid: number } {
    return {
      stage: this.#stage(),
      task: this.#finished % TASKS_PER_STAGE,
      tid: this.#finished,
    };
  }

  end(tookMs: number): void {
    this.#log.info(
      'DAGScheduler',
      `Job 0 finished: ${this.#action}, took ${(tookMs / 1000).toFixed(6)} s`,
    );
  }

  #stage(): number {
    return Math.floor(this.#finished / TASKS_PER_STAGE);
  }

  #stageSize(): number {
    return Math.min(
      TASKS_PER_STAGE,
      this.#tasks - this.#stage() * TASKS_PER_STAGE,
    );
  }

  #submitStage(): void {
    this.#log.info(
      'DAGScheduler',
      `Submitting ${this.#stageSize()} missing tasks from ${
        this.#stage() % 2 === 0 ? 'Shuffle' : ''
      }${
        this.#stage() % 2 === 0 ? 'MapStage' : 'ResultStage'
      } ${this.#stage()} (${this.#action})`,
    );
    this.#log.info(
      'TaskSchedulerImpl',
      `Adding task set ${this.#stage()}.0 with ${this.#stageSize()} tasks resource profile 0`,
    );
  }

  #finishTask(executor: Executor): void {
    const { stage, task, tid } = this.current();
    const size = this.#stageSize();
    this.#log.info(
      'TaskSetManager',
      `Finished task ${task}.0 in stage ${stage}.0 (TID ${tid}) in ${between(
        this.#random,
        380,
        1_900,
      )} ms on ${executor.address} (executor ${executor.id}) (${
        task + 1
      }/${size})`,
    );
    this.#finished += 1;
    if (task + 1 < size) return;
    this.#log.info(
      'DAGScheduler',
      `Stage ${stage} (${this.#action}) finished in ${(
        between(this.#random, 30, 140) / 10
      ).toFixed(3)} s`,
    );
    if (this.#finished < this.#tasks) this.#submitStage();
  }
}
