import { SparkReading } from '../reduce/SparkReading';
import { executorMemory } from './executorMemory';
import { failedTasks } from './failedTasks';
import { fewTasks } from './fewTasks';
import { garbageCollection } from './garbageCollection';
import { SparkHint } from './SparkHint';
import { spill } from './spill';
import { taskSkew } from './taskSkew';

const MAX_HINTS = 5;
const RULES = [
  failedTasks,
  taskSkew,
  executorMemory,
  spill,
  garbageCollection,
  fewTasks,
];

/** What a person who knows Spark would point at, worst first; each with the number that tells. */
export function hintsOf(reading: SparkReading): readonly SparkHint[] {
  return RULES.flatMap(rule => rule(reading))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_HINTS)
    .map(({ hint }) => hint);
}
