import { SparkReading } from '../reduce/SparkReading';
import { counted, percent, stageTitle, WeighedHint } from './SparkHint';

/** Share of all tasks that ended. */
const SHARE = 0.01;
const LEAST = 3;

/** Tasks that had to be done again; what they did was wasted, and one that fails four times ends the job. */
export function failedTasks({
  executors,
  stages,
}: SparkReading): readonly WeighedHint[] {
  const parts = executors.length > 0 ? executors : stages;
  const failed = parts.reduce((all, each) => all + each.failedTasks, 0);
  const done = parts.reduce((all, each) => all + each.completedTasks, 0);
  const share = failed > 0 ? failed / (failed + done) : 0;
  if (failed < LEAST || share < SHARE) {
    return [];
  }
  const [worst] = [...stages].sort((a, b) => b.failedTasks - a.failedTasks);
  const where =
    worst && worst.failedTasks > 0
      ? `, ${worst.failedTasks.toLocaleString('en')} of them in ${stageTitle(
          worst,
        ).replace(/^S/, 's')}`
      : '';
  return [
    {
      weight: Math.min(1, 0.6 + share),
      hint: {
        reason: 'FailedTasks',
        ...(where && { stage: worst.id }),
        message: `${counted(failed, 'task')} of ${(
          failed + done
        ).toLocaleString('en')} failed (${percent(share)})${where}.`,
        nextStep:
          'See why in the log of an executor: lost executors, bad records and time-outs look alike here.',
      },
    },
  ];
}
