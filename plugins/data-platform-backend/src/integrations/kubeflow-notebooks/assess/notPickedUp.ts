import { code } from '../../values/plain';
import { at } from '../../verdicts/verdict';
import { NotebookServer } from '../model/server';
import { objectEvidence, ServerVerdict } from './serverVerdict';

/** A controller that works writes a status within a second. */
const PICK_UP_MS = 60_000;
const MOMENT_MS = 5_000;

/** An object that no controller has touched. */
export function notPickedUp(server: NotebookServer): ServerVerdict {
  const { ctx, createdAt, controller, namespace } = server;
  const { operator, lastActivity } = ctx;
  // Where the controller is known to be down, there is nothing to wait for before saying so.
  const patience = operator?.trouble ? MOMENT_MS : PICK_UP_MS;
  if (ctx.now - createdAt <= patience) {
    return {
      state: 'starting',
      health: 'progressing',
      reason: 'Created',
      message: `Created, and waiting for the ${controller} to pick it up.`,
      since: createdAt,
      evidence: [objectEvidence(server)],
    };
  }
  const othersMoved = lastActivity !== undefined && lastActivity > createdAt;
  return {
    state: 'starting',
    health: 'degraded',
    reason: 'NotPickedUp',
    ...(operator?.trouble
      ? {
          message: `Nobody has picked this up: ${operator.trouble}.`,
          nextStep: `Ask the platform team to bring the ${controller} back; the server starts by itself then.`,
        }
      : {
          message: othersMoved
            ? `Nobody has picked this up, although the ${controller} works for other servers of this cluster.`
            : `Nobody has picked this up: no ${controller} runs on this cluster, or it is down.`,
          nextStep: othersMoved
            ? `Ask the platform team what the ${controller} says of namespace ${code(
                namespace,
              )}.`
            : `Ask the platform team whether the ${controller} runs.`,
        }),
    since: createdAt,
    evidence: [
      {
        kind: 'source',
        subject: 'other servers of this cluster',
        message:
          lastActivity === undefined
            ? 'No change of state has been seen on any of them'
            : 'This is when one of them changed its state last',
        ...at(lastActivity),
      },
      objectEvidence(server),
    ],
  };
}
