import { attemptOf } from '../../spark/assess/ended';
import { objectEvidence } from '../../spark/assess/evidence';
import { Verdict } from '../../verdicts/verdict';
import { backoffMs } from '../model/restartRules';
import { ApacheAttempt } from '../model/sparkAttempt';
import { clockTime } from './clockTime';
import { failureOf } from './failure';

/** The operator starts the next attempt within seconds of its time. */
const OVERDUE_MS = 60_000;

/** An attempt has ended, and the next one waits for its time. */
export function judgeScheduledRestart(attempt: ApacheAttempt): Verdict {
  const { current, end, now, object } = attempt;
  const since = current?.at;
  const due =
    since === undefined
      ? undefined
      : since + backoffMs(object.spec, end?.entry.state ?? 'Failed');
  const when = due === undefined ? 'soon' : `at ${clockTime(due)}`;
  if (due !== undefined && now - due > OVERDUE_MS) {
    return {
      health: 'degraded',
      reason: 'RestartOverdue',
      message: `The next attempt should have started ${when}, and has not.`,
      nextStep: 'Ask the platform team whether the Spark operator is running.',
      since: due,
      evidence: [objectEvidence(attempt)],
    };
  }
  if (end?.outcome === 'succeeded') {
    return {
      health: 'progressing',
      reason: 'Restarting',
      message: `The last attempt has ended with success, and the operator runs it again ${when}, as its restart policy asks.`,
      since,
      evidence: [objectEvidence(attempt)],
    };
  }
  if (!end) {
    return {
      health: 'degraded',
      reason: 'Retrying',
      message: `The last attempt has ended, how is not recorded, and the operator tries again ${when}.`,
      nextStep: "Read the end of the driver's log, if it is kept.",
      since,
      evidence: [objectEvidence(attempt)],
    };
  }
  const failure = failureOf(attempt);
  return {
    ...failure,
    health: 'degraded',
    message: `${attemptOf(
      attempt,
    )} failed, and the operator tries again ${when}: ${failure.message
      .charAt(0)
      .toLowerCase()}${failure.message.slice(1)}`,
    since: end.entry.at ?? since,
  };
}
