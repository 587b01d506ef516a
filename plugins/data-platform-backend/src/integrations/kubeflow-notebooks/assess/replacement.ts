import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { code, formatDuration } from '../../values/plain';
import { NotebookServer } from '../model/server';
import { objectEvidence, ServerVerdict } from './serverVerdict';

const STUCK_MS = 5 * 60_000;

/** It is to run, and the pod from before is still ending: a start during a stop, or a restart. A new pod comes after it. */
export function judgeReplacement(
  server: NotebookServer,
  ending: PodEvidence,
): ServerVerdict {
  const since = ending.deletingSince ?? server.ctx.now;
  const waited = server.ctx.now - since;
  const evidence = [
    {
      kind: 'pod' as const,
      subject: `pod ${ending.name}`,
      reason: 'Terminating',
      message: 'The pod from before is ending',
    },
    objectEvidence(server),
  ];
  return waited > STUCK_MS
    ? {
        state: 'starting',
        health: 'degraded',
        reason: 'RestartStuck',
        message: `It is to start, but its pod from before has not ended for ${formatDuration(
          waited,
        )}.`,
        nextStep: ending.node
          ? `Ask the platform team to look at node ${code(ending.node)}.`
          : 'Ask the platform team to look at the pod.',
        since,
        sameCause: ['Restarting'],
        evidence,
      }
    : {
        state: 'starting',
        health: 'progressing',
        reason: 'Restarting',
        message: 'Its pod from before is ending; the server starts after that.',
        since,
        evidence,
      };
}
