import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { endEvidence } from '../../pods/podEvidence';
import { exitWords } from '../../pods/exitWords';
import { flagAt, textAt } from '../../values/field';
import { code, formatDuration, plural } from '../../values/plain';
import { timeOfDay } from '../../values/timeOfDay';
import { NotebookServer } from '../model/server';
import { objectEvidence, ServerVerdict, warnings } from './serverVerdict';
import { runningWithError } from './workspaceTold';

/** What crashes at its start does so within this. */
const SETTLE_MS = 2_000;
/** A server that does not answer after this will hardly do so. */
const NOT_READY_MS = 5 * 60_000;
/** An end is worth telling for this long, although the server runs again. */
const RECENT_MS = 10 * 60_000;
/** From then on it is worth a word that nobody uses it. */
const IDLE_MS = 60 * 60_000;

/** Its container runs. */
export function judgeRunning(
  server: NotebookServer,
  pod: PodEvidence,
): ServerVerdict {
  const { ctx, container } = server;
  const startedAt = container?.running?.startedAt ?? pod.createdAt;
  const lasted = ctx.now - startedAt;
  const evidence = [...warnings(server), objectEvidence(server)];
  const unready =
    container?.ready === false
      ? container
      : pod.containers.find(each => each.running && !each.ready);
  if (unready) {
    const late = lasted > NOT_READY_MS;
    const which =
      unready === container
        ? 'it does not answer yet'
        : `its container ${code(unready.name)} is not ready`;
    return {
      state: late ? 'running' : 'starting',
      health: late ? 'degraded' : 'progressing',
      reason: 'ServerNotReady',
      message: late
        ? `The server has run for ${formatDuration(
            lasted,
          )}, but ${which.replace(' yet', '')}.`
        : `The server runs, and ${which}.`,
      ...(late && { nextStep: 'Read its log: the cause stands there.' }),
      since: startedAt,
      evidence,
    };
  }
  if (container && container.restarts === 0 && lasted < SETTLE_MS) {
    return {
      state: 'starting',
      health: 'progressing',
      reason: 'ServerStarting',
      message: 'The server has just been started.',
      since: pod.createdAt,
      evidence,
    };
  }
  return {
    state: 'running',
    since: startedAt,
    ...wordsFor(server),
    evidence: [...recentEnd(server, pod), ...evidence],
  };
}

function wordsFor(
  server: NotebookServer,
): Pick<ServerVerdict, 'health' | 'reason' | 'message' | 'nextStep'> {
  const { container, ctx, object, activity, ask } = server;
  const fault = runningWithError(server);
  if (fault) {
    return { health: 'degraded', reason: 'RunningWithError', ...fault };
  }
  const end = container?.lastTerminated;
  if (end?.finishedAt !== undefined && ctx.now - end.finishedAt < RECENT_MS) {
    const how =
      end.reason === 'OOMKilled'
        ? 'was killed for memory'
        : exitWords(end.exitCode);
    return {
      health: 'degraded',
      reason: 'RestartedRecently',
      message: `Running again, but the server ${how} at ${timeOfDay(
        end.finishedAt,
        ctx.now,
      )}, and what it held in memory is lost.`,
      nextStep:
        end.reason === 'OOMKilled'
          ? `Give it more memory in \`${server.settings.memory}\`.`
          : 'Read the log of the container that ended (previous container).',
    };
  }
  if (flagAt(object.status, 'pendingRestart')) {
    return {
      health: 'healthy',
      reason: 'Running',
      message: `Running; a restart is due, which brings ${desired(server)}.`,
      nextStep: 'Restart it when that suits you.',
    };
  }
  const idle =
    activity.known &&
    activity.last !== undefined &&
    ctx.now - activity.last > IDLE_MS
      ? activity.last
      : undefined;
  const holds = ask.gpu ? `, and holds ${plural(ask.gpu.count, 'GPU')}` : '';
  return idle === undefined
    ? { health: 'healthy', reason: 'Running', message: 'Running, and ready.' }
    : {
        health: 'healthy',
        reason: 'Running',
        message: `Running, but not used since ${timeOfDay(
          idle,
          ctx.now,
        )}${holds}.`,
        nextStep:
          'Stop it if nobody needs it; what lies on its volumes is kept.',
      };
}

/** Which options the next start of a Workspace takes. */
function desired({ object: { status, spec } }: NotebookServer): string {
  const changes = ['imageConfig', 'podConfig'].flatMap(key => {
    const next = textAt(status, 'podTemplateOptions', key, 'desired');
    const now = textAt(spec, 'podTemplate', 'options', key);
    return next && next !== now ? [`\`${key}\` ${code(next, 60)}`] : [];
  });
  return changes.length > 0
    ? changes.join(' and ')
    : 'what its kind has changed';
}

function recentEnd({ container, ctx }: NotebookServer, pod: PodEvidence) {
  const end = container?.lastTerminated;
  return end?.finishedAt !== undefined && ctx.now - end.finishedAt < RECENT_MS
    ? [endEvidence(pod, end)]
    : [];
}
