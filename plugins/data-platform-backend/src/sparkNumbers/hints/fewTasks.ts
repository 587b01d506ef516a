import { formatDuration } from '../../integrations/values/plain';
import { SparkReading } from '../reduce/SparkReading';
import { counted, stageTitle, WeighedHint } from './SparkHint';

/** A stage that is over sooner than this wastes little. */
const LONG_MS = 60_000;

/** A stage that runs with fewer tasks than there are cores: the rest of them wait. */
export function fewTasks({
  stages,
  executors,
  at,
}: SparkReading): readonly WeighedHint[] {
  const slots = executors
    .filter(each => each.active)
    .reduce((all, each) => all + each.slots, 0);
  const active = stages.filter(stage => stage.status === 'ACTIVE');
  const [only] = active;
  if (active.length !== 1 || only.submittedAt === undefined) {
    return [];
  }
  const lasts = at - only.submittedAt;
  return only.tasks > 0 && only.tasks * 2 <= slots && lasts >= LONG_MS
    ? [
        {
          weight: 0.4,
          hint: {
            reason: 'FewTasks',
            stage: only.id,
            message: `${stageTitle(only)} has ${counted(
              only.tasks,
              'task',
            )} for ${counted(slots, 'core')}, for ${formatDuration(
              lasts,
            )} so far: ${slots - only.tasks} of them wait.`,
            nextStep:
              'Repartition before it, or ask for fewer executors; input that cannot be split (gzip) is one task a file.',
          },
        },
      ]
    : [];
}
