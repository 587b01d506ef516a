import { formatDuration } from '../../integrations/values/plain';
import { SparkReading, stageKey } from '../reduce/SparkReading';
import { counted, stageTitle, WeighedHint } from './SparkHint';

/** One task took so many times the median. */
const RATIO = 10;
/** Below this nobody waits for the longest task. */
const LONG_MS = 30_000;
/** The median of fewer tasks says nothing. */
const TASKS = 4;

/** One task that the whole stage waits for: a key with most of the rows, a file that cannot be split. */
export function taskSkew({
  stages,
  spreads,
}: SparkReading): readonly WeighedHint[] {
  const total = stages.reduce((all, stage) => all + stage.runTime, 0);
  return stages.flatMap(stage => {
    const spread = spreads.get(stageKey(stage));
    if (!spread || stage.tasks < TASKS || spread.max < LONG_MS) {
      return [];
    }
    // A median of a few milliseconds makes any task look monstrous.
    const ratio = spread.max / Math.max(spread.median, 1_000);
    if (ratio < RATIO) {
      return [];
    }
    const times = Math.round(ratio);
    const took = spread.running ? 'has been running for' : 'took';
    const median =
      spread.median < 1_000 ? 'under a second' : formatDuration(spread.median);
    return {
      weight: 0.5 + Math.min(0.5, total > 0 ? stage.runTime / total : 0),
      hint: {
        reason: 'TaskSkew',
        stage: stage.id,
        message: `${stageTitle(stage)}: one of ${counted(
          stage.tasks,
          'task',
        )} ${took} ${times}x the median (${formatDuration(
          spread.max,
        )} against ${median}).`,
        nextStep:
          'Look for a key that holds most of the rows, or split it by salting; spark.sql.adaptive.skewJoin.enabled splits skewed joins.',
      },
    };
  });
}
