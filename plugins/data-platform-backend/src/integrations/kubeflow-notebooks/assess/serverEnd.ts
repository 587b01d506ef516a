import {
  ContainerEvidence,
  PodEvidence,
  TerminatedEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { exitWords } from '../../pods/exitWords';
import { endEvidence } from '../../pods/podEvidence';
import { amount, formatBytes } from '../../values/amount';
import { code, plain, plural } from '../../values/plain';
import { redact } from '../../values/redact';
import { NotebookServer } from '../model/server';
import { objectEvidence, ServerVerdict, warnings } from './serverVerdict';

/** In a crash loop a container shows as ready for a tenth of a second: it runs once it has done so for this long. */
export const STABLE_MS = 30_000;
const READ_LOG =
  'Read the log of the container that ended (previous container): the cause stands at its end.';
const SAME = ['ServerFailed', 'ServerOutOfMemory', 'ServerEvicted'];

/** The server has ended, or ends again and again; undefined while it lasts. */
export function judgeEnd(
  server: NotebookServer,
  pod: PodEvidence,
): ServerVerdict | undefined {
  const evidence = [...warnings(server), objectEvidence(server)];
  if (pod.phase === 'Failed' && pod.reason) {
    return {
      state: 'failed',
      health: 'failed',
      reason: 'ServerEvicted',
      message: `The node has ended the server (${plain(pod.reason, 60)}${
        pod.message ? `: ${plain(pod.message, 140)}` : ''
      }).`,
      nextStep: 'Restart it; if it happens again, ask for more memory or disk.',
      sameCause: SAME,
      evidence,
    };
  }
  const culprit = [server.container, ...pod.containers].find(
    each => each && endOf(each, server),
  );
  const end = culprit && endOf(culprit, server);
  return culprit && end
    ? { ...wordsFor(server, pod, culprit, end), sameCause: SAME }
    : undefined;
}

/** How it ended, or why it cannot be told; nothing while it runs and has proved to. */
function endOf(
  container: ContainerEvidence,
  { ctx, container: own }: NotebookServer,
): TerminatedEvidence | 'unknown' | undefined {
  const { terminated, waiting, running, lastTerminated, restarts } = container;
  if (terminated) {
    // Init containers are to end, and well.
    return container === own || terminated.exitCode !== 0
      ? terminated
      : undefined;
  }
  if (waiting?.reason === 'CrashLoopBackOff') {
    return lastTerminated ?? 'unknown';
  }
  const settling =
    running !== undefined &&
    restarts > 0 &&
    ctx.now - running.startedAt < STABLE_MS;
  const betweenTries = waiting !== undefined && restarts > 0;
  return settling || betweenTries ? lastTerminated : undefined;
}

function wordsFor(
  server: NotebookServer,
  pod: PodEvidence,
  container: ContainerEvidence,
  end: TerminatedEvidence | 'unknown',
): ServerVerdict {
  const { restarts } = container;
  const who =
    container === server.container
      ? 'The server'
      : `Container ${code(container.name)} of the server`;
  const again =
    restarts > 0 ? `, and has been restarted ${plural(restarts, 'time')}` : '';
  if (end === 'unknown') {
    return {
      state: 'failed',
      health: 'failed',
      reason: 'ServerFailed',
      message: `${who} ends again and again.`,
      nextStep: READ_LOG,
      evidence: [...warnings(server), objectEvidence(server)],
    };
  }
  const evidence = [
    endEvidence(pod, end),
    ...warnings(server),
    objectEvidence(server),
  ];
  const base = {
    state: 'failed' as const,
    health: 'failed' as const,
    since: end.finishedAt,
    evidence,
  };
  if (end.reason === 'OOMKilled') {
    const limit = amount(container.limits.memory);
    const needed =
      limit === undefined
        ? ''
        : `: it needed more than the ${formatBytes(limit)} it may use`;
    return {
      ...base,
      reason: 'ServerOutOfMemory',
      message: `${who} was killed for memory${again}${needed}.`,
      nextStep: `Give it more memory in \`${server.settings.memory}\`, or load less at once.`,
    };
  }
  const words =
    end.exitCode === 0
      ? 'ended by itself (exit code 0)'
      : exitWords(end.exitCode);
  const last = lastLine(end.message);
  return {
    ...base,
    reason: 'ServerFailed',
    message: `${who} ${words}${again}${
      last ? `; its last words: ${last}` : ''
    }.`,
    nextStep: last
      ? 'Correct what it complains about; its log tells the rest.'
      : READ_LOG,
  };
}

/** The last line that a container has left as its message. */
function lastLine(message: string | undefined): string {
  const lines = (message ?? '').split('\n').filter(line => line.trim() !== '');
  return plain(redact(lines.at(-1)?.slice(0, 400) ?? ''), 140);
}
