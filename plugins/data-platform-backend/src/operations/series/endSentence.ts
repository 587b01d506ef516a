import { OperationRecord } from '../OperationRecord';
import { SeriesStep } from './types';

const NAMED = 5;

/** Why a series did not come out well, with what has and has not been run; undefined when all of its runs succeeded. */
export function endSentence(
  record: Pick<OperationRecord, 'steps' | 'progress'>,
  stopped: string | undefined,
): string | undefined {
  const steps = record.steps.filter(
    (step): step is SeriesStep => step.verb === 'run',
  );
  const those = (state: string) =>
    steps.filter(({ id }) => record.progress[id]?.state === state);
  const failed = those('failed');
  const skipped = those('skipped');
  // Nothing was left to stop where all have run.
  if (failed.length === 0 && (!stopped || skipped.length === 0)) {
    return undefined;
  }
  const parts = [
    `${those('done').length} of ${steps.length} runs succeeded`,
    ...(failed.length > 0
      ? [`${failed.length} did not (${dates(failed)})`]
      : []),
    ...(skipped.length > 0
      ? [`${skipped.length} were not started (${dates(skipped)})`]
      : []),
  ];
  const sum = `${parts.join(', ')}.`;
  return stopped ? `${stopped} ${sum}` : sum;
}

function dates(steps: readonly SeriesStep[]): string {
  const named = steps.slice(0, NAMED).map(({ date }) => date);
  const more = steps.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
