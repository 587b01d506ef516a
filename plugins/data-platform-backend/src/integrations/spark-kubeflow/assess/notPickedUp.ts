import { SparkAttempt } from '../model/sparkAttempt';
import { code } from '../model/plain';
import { at, Verdict } from './verdict';

/** An operator that works writes a state within a second; beyond this nobody will. */
export const PICK_UP_MS = 60_000;

/**
 * No state at all. "Operator down" and "namespace not watched" look the same on the object; what other objects of the cluster
 * did since tells them apart as far as one can.
 */
export function judgeNew(attempt: SparkAttempt): Verdict {
  const { now, createdAt, namespace, ctx } = attempt;
  if (attempt.driver) {
    return {
      health: 'progressing',
      reason: 'Submitting',
      message:
        'The driver pod is there, and the operator has yet to record it.',
      since: createdAt,
    };
  }
  if (now - createdAt <= PICK_UP_MS) {
    return {
      health: 'progressing',
      reason: 'Created',
      message: 'Created, and waiting for the Spark operator to pick it up.',
      since: createdAt,
    };
  }
  return {
    ...notPickedUp(namespace, createdAt, ctx.lastActivity),
    since: createdAt,
  };
}

/** The verdict on an object that no operator has touched. */
export function notPickedUp(
  namespace: string,
  createdAt: number,
  lastActivity: number | undefined,
): Verdict {
  const where = code(namespace);
  const othersMoved = lastActivity !== undefined && lastActivity > createdAt;
  return {
    health: 'degraded',
    reason: 'NotPickedUp',
    message: othersMoved
      ? `Nobody has picked this up: a Spark operator works for other jobs on this cluster, so it probably does not watch namespace ${where}.`
      : `Nobody has picked this up: no Spark operator watches namespace ${where}, or it is down.`,
    nextStep: othersMoved
      ? `Ask the platform team to add namespace ${where} to the operator's \`spark.jobNamespaces\`.`
      : `Ask the platform team whether the Spark operator runs and watches namespace ${where}.`,
    evidence: [
      {
        kind: 'source',
        subject: 'other jobs of this cluster',
        message:
          lastActivity === undefined
            ? 'No change of state has been seen on any of them'
            : 'This is when one of them changed its state last',
        ...at(lastActivity),
      },
    ],
  };
}
