import { stageKey } from '../reduce/SparkReading';
import { SparkApiError } from '../rest/SparkApi';
import { SparkStage } from '../rest/SparkStage';
import {
  QUANTILES,
  readLongestTask,
  readTaskSpread,
  TaskSpread,
} from '../rest/TaskSpread';
import { ReadMemory } from './ReadMemory';
import type { GetOfApplication } from './readSpark';

/** Stages that are looked at, and those that are asked for at a time. */
const LOOKED_AT = 3;
const ASKED_FOR = 2;
/** Of all tasks of a stage together; what takes less is not worth a question. */
const LEAST_MS = 60_000;
const TASKS = 4;

/** How the tasks of the slowest stages are spread; those of stages that are over are asked for once. */
export async function readSpreads(
  get: GetOfApplication,
  stages: readonly SparkStage[],
  memory: ReadMemory,
): Promise<ReadonlyMap<string, TaskSpread>> {
  const slowest = stages
    .filter(
      stage =>
        (stage.status === 'ACTIVE' || stage.status === 'COMPLETE') &&
        stage.tasks >= TASKS &&
        stage.completedTasks * 2 >= stage.tasks &&
        stage.runTime >= LEAST_MS,
    )
    .sort((a, b) => b.runTime - a.runTime)
    .slice(0, LOOKED_AT);
  const spreads = new Map<string, TaskSpread>();
  let asked = 0;
  for (const stage of slowest) {
    const known = memory.spreads.get(stageKey(stage));
    if (!known?.final && asked < ASKED_FOR) {
      asked += 1;
      memory.spreads.set(stageKey(stage), {
        spread: await spreadOf(get, stage),
        final: stage.status === 'COMPLETE',
      });
    }
    const spread = memory.spreads.get(stageKey(stage))?.spread;
    if (spread) {
      spreads.set(stageKey(stage), spread);
    }
  }
  for (const key of memory.spreads.keys()) {
    if (!slowest.some(stage => stageKey(stage) === key)) {
      memory.spreads.delete(key);
    }
  }
  return spreads;
}

/** A stage that is nearly done may wait for a task that no summary has yet. */
async function spreadOf(
  get: GetOfApplication,
  stage: SparkStage,
): Promise<TaskSpread | undefined> {
  const path = `stages/${stage.id}/${stage.attempt}`;
  const spread = await orNothing(
    get(`${path}/taskSummary`, { quantiles: QUANTILES }).then(readTaskSpread),
  );
  const waits = stage.status === 'ACTIVE' && stage.activeTasks > 0;
  if (!spread || !waits) {
    return spread;
  }
  const running = await orNothing(
    get(`${path}/taskList`, {
      status: 'running',
      sortBy: '-runtime',
      length: '1',
    }).then(readLongestTask),
  );
  return running !== undefined && running > spread.max
    ? { median: spread.median, max: running, running: true }
    : spread;
}

/** What one stage does not tell is no reason to show nothing of the others. */
async function orNothing<T>(
  asking: Promise<T | undefined>,
): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    const fault = error instanceof SparkApiError ? error.fault : undefined;
    if (fault === 'absent' || fault === 'nonsense' || fault === 'too-large') {
      return undefined;
    }
    throw error;
  }
}
