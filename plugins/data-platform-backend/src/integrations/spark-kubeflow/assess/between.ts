import { code } from '../../values/plain';
import { textAt } from '../../values/field';
import { SparkAttempt } from '../../spark/model/sparkAttempt';
import { attemptOf } from '../../spark/assess/ended';
import { driverFailure } from '../../spark/assess/driverEnd';
import { objectEvidence } from '../../spark/assess/evidence';
import { Verdict } from '../../verdicts/verdict';
import { LABEL_QUEUE } from '../../spark/names';

/** Between two attempts the operator waits for pods to go; longer than this it is stuck on them. */
const STUCK_MS = 180_000;

/** Suspended, or on the way there. */
export function judgeSuspension(attempt: SparkAttempt): Verdict {
  const evidence = [objectEvidence(attempt)];
  const queue = textAt(attempt.object.metadata, 'labels', LABEL_QUEUE);
  if (queue) {
    return {
      health: 'suspended',
      reason: 'QueuedByKueue',
      message: `Waiting in queue ${code(queue)}, which has yet to admit it.`,
      nextStep: 'Wait, or see what the queue is busy with.',
      evidence,
    };
  }
  const ending = attempt.ctx.pods.length > 0;
  if (attempt.state !== 'SUSPENDED' || ending) {
    const asked = attempt.submissionId
      ? 'Being suspended: its pods are being stopped.'
      : 'Being suspended before it has run.';
    return {
      health: 'suspended',
      reason: 'Suspending',
      message:
        attempt.state === 'SUSPENDED'
          ? 'Suspended; its pods are still being stopped.'
          : asked,
      sameCause: ['Suspended'],
      evidence,
    };
  }
  return {
    health: 'suspended',
    reason: 'Suspended',
    message: attempt.submissionId
      ? 'Suspended: its pods are gone, and a resume starts it anew.'
      : 'Suspended before it ever ran.',
    nextStep: 'Resume it when it should run.',
    operation: 'spark:resume',
    sameCause: ['Suspending'],
    evidence,
  };
}

/** A new attempt is about to start: after a failure, a change of the definition, or a resume. */
export function judgeRestart(attempt: SparkAttempt): Verdict {
  const evidence = [objectEvidence(attempt)];
  if (attempt.state === 'RESUMING') {
    return stuckOr(attempt, {
      health: 'progressing',
      reason: 'Resuming',
      message: 'Resuming: the operator is about to submit it again.',
      evidence,
    });
  }
  if (attempt.state === 'INVALIDATING' || !attempt.executions) {
    return stuckOr(attempt, {
      health: 'progressing',
      reason: 'SpecChanged',
      message:
        'The definition of this run was changed, so the operator stops it and starts it anew.',
      evidence,
    });
  }
  // The operator wipes its own account of the failure here; the driver as it was seen last still has it.
  const known = attempt.driverEnd && attempt.driverEnd.exitCode !== 0;
  const cause = known ? driverFailure(attempt) : undefined;
  return stuckOr(attempt, {
    health: 'degraded',
    reason: cause?.reason ?? retryReason(attempt),
    message: cause
      ? `${attemptOf(
          attempt,
        )} failed, and the operator tries again: ${cause.message
          .charAt(0)
          .toLowerCase()}${cause.message.slice(1)}`
      : `${attemptOf(attempt)} failed, and the operator tries again.`,
    nextStep: cause?.nextStep ?? 'See in the history why that attempt failed.',
    since: cause?.since,
    evidence: cause?.evidence ?? evidence,
  });
}

function retryReason(attempt: SparkAttempt): string {
  const before = attempt.ctx.previous;
  return before?.health === 'degraded' || before?.health === 'failed'
    ? before.reason
    : 'Retrying';
}

function stuckOr(attempt: SparkAttempt, verdict: Verdict): Verdict {
  const { previous } = attempt.ctx;
  const since =
    previous?.reason === verdict.reason || previous?.reason === 'RestartStuck'
      ? Date.parse(previous.since ?? '')
      : NaN;
  if (Number.isNaN(since) || attempt.now - since <= STUCK_MS) {
    return verdict;
  }
  return {
    ...verdict,
    health: 'degraded',
    reason: 'RestartStuck',
    message:
      'The next attempt does not start: the operator probably waits for pods of the last one to go.',
    nextStep:
      'See whether old pods of this run are stuck in deletion, or stop it and run it again.',
    since,
  };
}
