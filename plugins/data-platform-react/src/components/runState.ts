import { Health, Run } from '@millrace/backstage-plugin-data-platform-common';
import { formatDuration } from '../format/formatDuration';
import { formatAbsolute, secondsBetween } from '../format/formatTime';
import { RUN_WORD, RunState } from './healthLook';
import { plainSentence } from './Sentence';

/** How the run ended, or `running`. */
export function runState(run: Run): RunState {
  return run.outcome ?? 'running';
}

/** The health whose mark stands for a run's end. */
export function runHealth(run: Run): Health {
  switch (run.outcome) {
    case 'succeeded':
      return 'healthy';
    case 'failed':
      return 'failed';
    case 'cancelled':
      return 'suspended';
    default:
      return run.assessment.health === 'healthy'
        ? 'progressing'
        : run.assessment.health;
  }
}

/** Seconds that the run took, or has taken so far. */
export function runSeconds(run: Run, now: number): number | undefined {
  return (
    run.durationSeconds ??
    secondsBetween(run.startedAt ?? run.submittedAt, run.finishedAt, now)
  );
}

/** One sentence that stands for the run's bar: state, length, time, verdict. */
export function runSentence(run: Run, now: number): string {
  const seconds = runSeconds(run, now);
  const length =
    seconds === undefined
      ? ''
      : ` ${run.outcome ? 'in' : 'for'} ${formatDuration(seconds)}`;
  const start = run.startedAt ?? run.submittedAt;
  const time = start ? `, started ${formatAbsolute(start)}` : '';
  const verdict = plainSentence(run.assessment.message);
  return `${RUN_WORD[runState(run)]}${length}${time}. ${verdict}`;
}
