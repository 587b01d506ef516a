import { judgeFailure, judgeSuccess } from '../../spark/assess/ended';
import { objectEvidence } from '../../spark/assess/evidence';
import { Verdict } from '../../verdicts/verdict';
import { durationOf } from '../../spark/model/sparkAttempt';
import { formatDuration } from '../../values/plain';
import { ApacheAttempt } from '../model/sparkAttempt';
import { failureOf } from './failure';

/** ResourceReleased and TerminatedWithoutReleaseResources tell nothing about the end; what came before does. */
export function judgeTerminated(attempt: ApacheAttempt): Verdict {
  const { current, end } = attempt;
  switch (end?.outcome) {
    case 'succeeded':
      return judgeSuccess(attempt);
    case 'failed': {
      const verdict = judgeFailure(attempt, failureOf(attempt));
      return end.earlier
        ? {
            ...verdict,
            message: verdict.message.replace(
              /\.$/,
              '; how the attempt after that ended is not recorded.',
            ),
          }
        : verdict;
    }
    case 'cancelled': {
      const duration = durationOf(attempt);
      return {
        health: 'suspended',
        outcome: 'cancelled',
        reason: 'Cancelled',
        message: `Stopped on request${
          duration === undefined ? '' : ` after ${formatDuration(duration)}`
        }.`,
        since: end.entry.at,
        evidence: [objectEvidence(attempt)],
      };
    }
    default:
      return {
        health: 'unknown',
        reason: 'OutcomeUnknown',
        message:
          'It has ended, but the operator has kept no record of how: this may have been a success or a failure.',
        nextStep:
          'Look at its output or its log before you rely on it, and run it again if in doubt.',
        since: current?.at,
        evidence: [objectEvidence(attempt)],
      };
  }
}
