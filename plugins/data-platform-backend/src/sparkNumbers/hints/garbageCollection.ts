import { formatDuration } from '../../integrations/values/plain';
import { SparkReading } from '../reduce/SparkReading';
import { percent, WeighedHint } from './SparkHint';

/** Share of the tasks' time; Spark's own screens mark it red above the same. Source: apache/spark, executorspage.js. */
const SHARE = 0.1;
/** A short warm-up says nothing. */
const LEAST_MS = 60_000;

/** Executors that are busy cleaning up memory rather than working. */
export function garbageCollection({
  executors,
}: SparkReading): readonly WeighedHint[] {
  const time = executors.reduce((all, each) => all + each.taskTime, 0);
  const gc = executors.reduce((all, each) => all + each.gcTime, 0);
  const share = time > 0 ? Math.min(1, gc / time) : 0;
  return share > SHARE && time >= LEAST_MS
    ? [
        {
          weight: Math.min(0.9, 0.3 + share),
          hint: {
            reason: 'GarbageCollection',
            message: `Executors spent ${percent(
              share,
            )} of their time collecting garbage (${formatDuration(
              Math.min(gc, time),
            )} of ${formatDuration(time)}).`,
            nextStep:
              'Raise executor memory, cache less, or give each executor fewer cores.',
          },
        },
      ]
    : [];
}
