import type { TaskShape } from '../sparkUi/TaskMetrics';
import type { Behaviour } from './behaviour';

const TASK_MS = 700;
const FEWEST_TASKS = 6;
const MOST_TASKS = 5_000;
const TASKS_PER_STAGE = 16;
/** The stage that a skewed program is skewed in: its fourth, or the last of a shorter one. */
const SKEWED_STAGE = 3;

/** How the work of a job is cut into stages and tasks. Stages come in pairs: one shuffles, the next reads the shuffle. */
export interface StagePlan {
  tasks: number;
  /** Number of tasks of each stage. */
  sizes: readonly number[];
  /** Stage, and index within it, of the n-th task of the job. */
  taskAt(index: number): { stage: number; task: number };
  isShuffleMap(stage: number): boolean;
  isSkewed(stage: number, task: number): boolean;
  shapeOf(stage: number, task: number): TaskShape;
}

/** The plan of a job that works for so many ms, as its program has it. */
export function stagePlan(
  workMs: number,
  { skew = 1, spillBytes = 0 }: Pick<Behaviour, 'skew' | 'spillBytes'>,
): StagePlan {
  const tasks = Math.min(
    Math.max(Math.round(workMs / TASK_MS), FEWEST_TASKS),
    MOST_TASKS,
  );
  const sizes: number[] = [];
  for (let left = tasks; left > 0; left -= TASKS_PER_STAGE) {
    sizes.push(Math.min(left, TASKS_PER_STAGE));
  }
  const skewedStage = Math.min(SKEWED_STAGE, sizes.length - 1);
  const isShuffleMap = (stage: number) => stage % 2 === 0;
  const isSkewed = (stage: number, task: number) =>
    skew > 1 && stage === skewedStage && task === sizes[stage] - 1;
  const spilling = sizes.filter((_, stage) => !isShuffleMap(stage));
  const spillingTasks = spilling.reduce((sum, size) => sum + size, 0);
  return {
    tasks,
    sizes,
    taskAt: index => ({
      stage: Math.floor(index / TASKS_PER_STAGE),
      task: index % TASKS_PER_STAGE,
    }),
    isShuffleMap,
    isSkewed,
    shapeOf: (stage, task) => ({
      shuffleMap: isShuffleMap(stage),
      skew: isSkewed(stage, task) ? skew : 1,
      spillBytes:
        isShuffleMap(stage) || spillingTasks === 0
          ? 0
          : spillBytes / spillingTasks,
    }),
  };
}
