import { SparkReading } from '../reduce/SparkReading';
import { volume } from '../reduce/volume';
import { percent, WeighedHint } from './SparkHint';

/** Share of the container's memory above which the kernel is about to end it. */
const SHARE = 0.9;

/** The largest executor is close to the memory of its container. */
export function executorMemory({
  executors,
  executorMemoryBytes: limit,
}: SparkReading): readonly WeighedHint[] {
  const peak = Math.max(0, ...executors.map(each => each.peakMemoryBytes));
  const share = limit && limit > 0 ? peak / limit : 0;
  return share >= SHARE
    ? [
        {
          weight: 0.8,
          hint: {
            reason: 'ExecutorMemory',
            message: `An executor used ${volume(peak)} of the ${volume(
              limit!,
            )} of its container (${percent(share)}).`,
            nextStep:
              'Raise executor memory or memoryOverhead before it is killed for memory.',
          },
        },
      ]
    : [];
}
