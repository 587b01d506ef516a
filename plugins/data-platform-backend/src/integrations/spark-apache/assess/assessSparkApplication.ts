import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { judgeDeletion } from '../../verdicts/deletion';
import { judgeDriverStart } from '../../spark/assess/driverStart';
import { judgeFailure, judgeSuccess } from '../../spark/assess/ended';
import { judgeUnrecordedEnd } from '../../spark/assess/ended';
import { objectEvidence } from '../../spark/assess/evidence';
import { judgeNew } from '../../spark/assess/notPickedUp';
import { toAssessment, Verdict } from '../../verdicts/verdict';
import { unknownState } from '../../verdicts/unknownState';
import { timeAt } from '../../values/field';
import {
  isApplicationState,
  isBeforeDriver,
  isStopping,
  isTerminated,
} from '../model/applicationState';
import { ApacheAttempt, sparkAttempt } from '../model/sparkAttempt';
import { judgeCapacity } from './capacity';
import { failureOf } from './failure';
import { isHeld, judgeHeld } from './held';
import { judgeScheduledRestart } from './scheduledRestart';
import { withDeadline } from './startDeadline';
import { judgeTerminated } from './terminated';

/** The verdict on a SparkApplication: the object, its pods, events, quota, limits and age taken together. */
export function assessSparkApplication(
  object: KubernetesObject,
  ctx: AssessContext,
): Assessment {
  return toAssessment(judge(sparkAttempt(object, ctx)), ctx);
}

function judge(attempt: ApacheAttempt): Verdict {
  const { state } = attempt;
  const deletingSince = timeAt(attempt.object.metadata, 'deletionTimestamp');
  if (deletingSince !== undefined && !isTerminated(state)) {
    return judgeDeletion(attempt.object, deletingSince, attempt.now);
  }
  if (!isApplicationState(state)) {
    return { ...unknownState(state), evidence: [objectEvidence(attempt)] };
  }
  if (state === '') {
    return isHeld(attempt) ? judgeHeld(attempt) : judgeNew(attempt);
  }
  if (isTerminated(state)) {
    return judgeTerminated(attempt);
  }
  if (state === 'ScheduledToRestart') {
    return judgeScheduledRestart(attempt);
  }
  if (isStopping(state)) {
    return judgeStopping(attempt);
  }
  return judgeAlive(attempt);
}

/** The attempt has ended, and its resources have yet to be released. */
function judgeStopping(attempt: ApacheAttempt): Verdict {
  if (attempt.state !== 'Succeeded') {
    return judgeFailure(attempt, failureOf(attempt));
  }
  return attempt.over
    ? judgeSuccess(attempt)
    : {
        health: 'progressing',
        reason: 'Finishing',
        message:
          'The driver has ended with success, and the operator will run it again, as its restart policy asks.',
        since: attempt.noticedEndAt,
        evidence: [objectEvidence(attempt)],
      };
}

/** From the submission to the end of the driver: what its pod says comes first. */
function judgeAlive(attempt: ApacheAttempt): Verdict {
  const { driver, driverEnd, state } = attempt;
  const ended =
    driverEnd !== undefined ||
    driver?.phase === 'Failed' ||
    driver?.phase === 'Succeeded';
  if (ended && driver?.deletingSince === undefined) {
    const well = driverEnd
      ? driverEnd.exitCode === 0
      : driver?.phase === 'Succeeded';
    return well && isBeforeDriver(state)
      ? judgeTooShort(attempt)
      : judgeUnrecordedEnd(attempt);
  }
  if (driver && driver.phase === 'Unknown') {
    return {
      health: 'unknown',
      reason: 'DriverUnknown',
      message:
        'Nobody can tell how the driver is doing: its node has probably stopped answering.',
      nextStep: 'Ask the platform team for the state of that node.',
      evidence: [objectEvidence(attempt)],
    };
  }
  const runs = attempt.driverStartedAt !== undefined || !isBeforeDriver(state);
  return withDeadline(
    attempt,
    runs ? judgeCapacity(attempt) : judgeDriverStart(attempt),
  );
}

/**
 * A driver that ends well before the operator has seen it run: the operator will call that a failure, so it is no success.
 * Source: AppDriverStartObserver.java, BaseAppDriverObserver.observeDriverTermination.
 */
function judgeTooShort(attempt: ApacheAttempt): Verdict {
  return {
    health: 'unknown',
    reason: 'DriverTooShort',
    message:
      'The driver has ended with exit code 0 before the operator saw it run, so the operator will probably count it as failed.',
    nextStep: 'See in its log whether it did its work.',
    since: attempt.driverEnd?.finishedAt,
    evidence: [objectEvidence(attempt)],
  };
}
