import { judgeDeletion } from '../../verdicts/deletion';
import { NotebookServer } from '../model/server';
import { judgeAbsentPod } from './absentPod';
import { judgeReplacement } from './replacement';
import { judgeRunning } from './running';
import { judgeEnd } from './serverEnd';
import { judgeStart } from './serverStart';
import { ServerVerdict } from './serverVerdict';
import { judgeStop } from './stopping';

/**
 * How a notebook server is. The order matters: what is asked for (deletion, stop) comes before what is there, for the status
 * goes on to say "running" until the last container has ended.
 */
export function judgeServer(server: NotebookServer): ServerVerdict {
  const { deletingSince, object, ctx } = server;
  if (deletingSince !== undefined) {
    const verdict = judgeDeletion(object, deletingSince, ctx.now);
    return { ...verdict, state: 'deleting' };
  }
  if (server.stop) {
    return judgeStop(server, server.stop);
  }
  const { pod, ending } = server;
  if (!pod) {
    return ending ? judgeReplacement(server, ending) : judgeAbsentPod(server);
  }
  return (
    judgeEnd(server, pod) ??
    judgeStart(server, pod) ??
    judgeRunning(server, pod)
  );
}
