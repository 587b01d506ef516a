import { objectEvidence } from '../../spark/assess/evidence';
import { Verdict } from '../../verdicts/verdict';
import { textAt } from '../../values/field';
import { code } from '../../values/plain';
import { LABEL_QUEUE } from '../../spark/names';
import { ApacheAttempt } from '../model/sparkAttempt';

/** An operator that knows `spec.suspend` writes no state while it holds an application. */
export function isHeld(attempt: ApacheAttempt): boolean {
  return attempt.suspendAsked;
}

/** Nothing has been started, on purpose. */
export function judgeHeld(attempt: ApacheAttempt): Verdict {
  const queue = textAt(attempt.object.metadata, 'labels', LABEL_QUEUE);
  const evidence = [objectEvidence(attempt)];
  return queue
    ? {
        health: 'suspended',
        reason: 'QueuedByKueue',
        message: `Waiting in queue ${code(queue)}, which has yet to admit it.`,
        nextStep: 'Wait, or see what the queue is busy with.',
        evidence,
      }
    : {
        health: 'suspended',
        reason: 'Suspended',
        message: 'Held: `spec.suspend` is set, so nothing has been started.',
        nextStep: 'Resume it when it should run.',
        operation: 'spark-apache:resume',
        evidence,
      };
}
