import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { timeAt } from '../../values/field';
import { SparkAttempt } from '../../spark/model/sparkAttempt';
import { isSparkState, isTerminal } from '../model/sparkState';
import { judgeRestart, judgeSuspension } from './between';
import { judgeDeletion } from '../../verdicts/deletion';
import { judgeDriverStart } from '../../spark/assess/driverStart';
import {
  judgeFailure,
  judgeSuccess,
  judgeUnrecordedEnd,
} from '../../spark/assess/ended';
import { objectEvidence } from '../../spark/assess/evidence';
import { judgeNew, PICK_UP_MS } from '../../spark/assess/notPickedUp';
import { judgeRunning } from '../../spark/assess/running';
import {
  isSubmissionFailure,
  judgeSubmissionFailure,
} from './submissionFailure';
import { toAssessment, Verdict } from '../../verdicts/verdict';
import { unknownState } from '../../verdicts/unknownState';
import { sparkAttempt } from '../model/sparkAttempt';
import { withWebhook } from './webhook';

/** The verdict on a SparkApplication: the object, its pods, events, quota, limits and age taken together. */
export function assessSparkApplication(
  object: KubernetesObject,
  ctx: AssessContext,
): Assessment {
  const attempt = sparkAttempt(object, ctx);
  return toAssessment(withWebhook(judge(attempt), attempt), ctx);
}

function judge(attempt: SparkAttempt): Verdict {
  const { state } = attempt;
  const deletingSince = timeAt(attempt.object.metadata, 'deletionTimestamp');
  if (deletingSince !== undefined && !isTerminal(state)) {
    return judgeDeletion(attempt.object, deletingSince, attempt.now);
  }
  if (!isSparkState(state)) {
    return { ...unknownState(state), evidence: [objectEvidence(attempt)] };
  }
  if (attempt.suspendAsked && !isTerminal(state) && state !== '') {
    return judgeSuspension(attempt);
  }
  switch (state) {
    case '':
      return isUnderWay(attempt) ? judgeAlive(attempt) : judgeNew(attempt);
    case 'COMPLETED':
    case 'SUCCEEDING':
      return judgeClaimedSuccess(attempt);
    case 'FAILED':
      return isSubmissionFailure(attempt)
        ? judgeSubmissionFailure(attempt)
        : judgeFailure(attempt);
    case 'SUBMISSION_FAILED':
      return judgeSubmissionFailure(attempt);
    case 'FAILING':
      return judgeFailure(attempt);
    case 'SUSPENDING':
    case 'SUSPENDED':
      return judgeSuspension(attempt);
    case 'INVALIDATING':
    case 'PENDING_RERUN':
    case 'RESUMING':
      return judgeRestart(attempt);
    default:
      return judgeAlive(attempt);
  }
}

/** The driver is at work, or done, and the operator has not written so much as a state. */
function isUnderWay({ driver, driverEnd, now }: SparkAttempt): boolean {
  return (
    driverEnd !== undefined ||
    (driver !== undefined && now - driver.createdAt > PICK_UP_MS)
  );
}

/** SUBMITTED, RUNNING and UNKNOWN: what the driver's pod says comes first. */
function judgeAlive(attempt: SparkAttempt): Verdict {
  const { driver, driverEnd, state } = attempt;
  const ended =
    driverEnd !== undefined ||
    driver?.phase === 'Failed' ||
    driver?.phase === 'Succeeded';
  if (ended && driver?.deletingSince === undefined) {
    return judgeUnrecordedEnd(attempt);
  }
  if (driver && !ended && driver.phase === 'Unknown') {
    return judgeLost(attempt);
  }
  if (attempt.driverStartedAt !== undefined || state === 'RUNNING') {
    return judgeRunning(attempt);
  }
  return state === 'UNKNOWN' && !driver
    ? judgeLost(attempt)
    : judgeDriverStart(attempt);
}

function judgeLost(attempt: SparkAttempt): Verdict {
  return {
    health: 'unknown',
    reason: 'DriverUnknown',
    message:
      'Nobody can tell how the driver is doing: its node has probably stopped answering.',
    nextStep: 'Ask the platform team for the state of that node.',
    evidence: [objectEvidence(attempt)],
  };
}

/** The operator calls it a success; how the driver's container ended outranks that. */
function judgeClaimedSuccess(attempt: SparkAttempt): Verdict {
  const { driverEnd, restart, state } = attempt;
  if (driverEnd && driverEnd.exitCode !== 0) {
    const failure = judgeFailure(attempt);
    const claim = `, although the operator calls it ${state}.`;
    return { ...failure, message: failure.message.replace(/\.$/, claim) };
  }
  if (restart.always && state === 'SUCCEEDING') {
    return {
      health: 'progressing',
      reason: 'Finishing',
      message:
        'The driver has ended with success, and the operator will run it again, as its restart policy asks.',
      evidence: [objectEvidence(attempt)],
    };
  }
  return judgeSuccess(attempt);
}
