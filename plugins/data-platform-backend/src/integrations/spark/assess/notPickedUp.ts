import {
  AssessContext,
  OperatorView,
} from '@millrace/backstage-plugin-data-platform-node';
import { SparkAttempt } from '../model/sparkAttempt';
import { code } from '../../values/plain';
import { at, Verdict } from '../../verdicts/verdict';

/** An operator that works writes a state within a second; beyond this nobody will. */
export const PICK_UP_MS = 60_000;
const MOMENT_MS = 5_000;

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
  // Where the operator is known to be down, there is nothing to wait for before saying so.
  const patience = ctx.operator?.trouble ? MOMENT_MS : PICK_UP_MS;
  if (now - createdAt <= patience) {
    return {
      health: 'progressing',
      reason: 'Created',
      message: 'Created, and waiting for the Spark operator to pick it up.',
      since: createdAt,
    };
  }
  return {
    ...notPickedUp(
      namespace,
      createdAt,
      ctx,
      attempt.operator.namespacesSetting,
    ),
    since: createdAt,
  };
}

/** The verdict on an object that no operator has touched. */
export function notPickedUp(
  namespace: string,
  createdAt: number,
  { lastActivity, operator }: AssessContext,
  setting: string,
): Verdict {
  const where = code(namespace);
  const othersMoved = lastActivity !== undefined && lastActivity > createdAt;
  return {
    health: 'degraded',
    reason: 'NotPickedUp',
    ...wordsFor(where, setting, operator, othersMoved),
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

function wordsFor(
  where: string,
  setting: string,
  operator: OperatorView | undefined,
  othersMoved: boolean,
): Pick<Verdict, 'message' | 'nextStep'> {
  if (operator?.trouble) {
    return {
      message: `Nobody has picked this job up: ${operator.trouble}.`,
      nextStep:
        'Ask the platform team to bring the operator back; this starts by itself then.',
    };
  }
  if (othersMoved || operator?.state === 'up') {
    const clue = othersMoved
      ? 'a Spark operator works for other jobs on this cluster'
      : 'the Spark operator of this cluster runs';
    return {
      message: `Nobody has picked this up: ${clue}, so it probably does not watch namespace ${where}.`,
      nextStep: `Ask the platform team to add namespace ${where} to the operator's \`${setting}\`.`,
    };
  }
  return {
    message: `Nobody has picked this up: no Spark operator watches namespace ${where}, or it is down.`,
    nextStep: `Ask the platform team whether the Spark operator runs and watches namespace ${where}.`,
  };
}
