import { SparkReading } from '../reduce/SparkReading';
import { volume } from '../reduce/volume';
import { percent, stageTitle, WeighedHint } from './SparkHint';

/** Share of what a stage reads and shuffles. */
const SHARE = 0.2;
/** Less than this is written in a moment. */
const LEAST_BYTES = 256 * 2 ** 20;

/** Data that did not fit into memory and went to disk; the stage with the most of it. */
export function spill({ stages }: SparkReading): readonly WeighedHint[] {
  const [worst] = [...stages].sort((a, b) => b.spilledBytes - a.spilledBytes);
  if (!worst || worst.spilledBytes < LEAST_BYTES) {
    return [];
  }
  const handled = Math.max(
    worst.inputBytes + worst.shuffleReadBytes,
    worst.shuffleWriteBytes,
  );
  const share = handled > 0 ? worst.spilledBytes / handled : Infinity;
  if (share < SHARE) {
    return [];
  }
  const spilled = `${stageTitle(worst)} spilled ${volume(
    worst.spilledBytes,
  )} to disk`;
  return [
    {
      weight: Math.min(0.9, 0.3 + share / 4),
      hint: {
        reason: 'Spill',
        stage: worst.id,
        message: Number.isFinite(share)
          ? `${spilled}, ${percent(share)} of the ${volume(
              handled,
            )} that it handled.`
          : `${spilled}.`,
        nextStep:
          'Raise executor memory, or make the partitions smaller (spark.sql.shuffle.partitions).',
      },
    },
  ];
}
