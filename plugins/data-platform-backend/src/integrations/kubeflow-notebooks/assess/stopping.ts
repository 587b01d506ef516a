import { code, formatDuration } from '../../values/plain';
import { timeOfDay } from '../../values/timeOfDay';
import { at } from '../../verdicts/verdict';
import { NotebookServer, Stop } from '../model/server';
import { objectEvidence, ServerVerdict, stopEvidence } from './serverVerdict';

/** A pod has 30 s to end; with longer grace it is still unusual. */
const STUCK_MS = 5 * 60_000;
/** The controller scales down within a second. */
const UNDONE_MS = 60_000;

/** A server that is to be stopped: its pod may go on for its whole grace, and the status with it. */
export function judgeStop(server: NotebookServer, stop: Stop): ServerVerdict {
  const { pod, ending, podsVouched } = server;
  const left = ending ?? pod;
  if (left || (!podsVouched && toldRunning(server))) {
    return judgeStopping(server, stop);
  }
  const { last } = server.activity;
  const idle =
    last === undefined ? '' : ` since ${timeOfDay(last, server.ctx.now)}`;
  return {
    state: 'stopped',
    health: 'suspended',
    reason: stop.culled ? 'Culled' : 'Stopped',
    message: stop.culled
      ? `Stopped, probably by the cluster, because nobody had used it${idle}.`
      : 'Stopped.',
    nextStep: 'Start it when you need it; what lies on its volumes is kept.',
    operation: 'notebook:start',
    since: stop.at,
    sameCause: ['Stopping', 'Culling', 'StopStuck', 'StopNotDone'],
    evidence: [stopEvidence(server), objectEvidence(server)],
  };
}

function judgeStopping(server: NotebookServer, stop: Stop): ServerVerdict {
  const { ctx, pod, ending } = server;
  const since = stop.at ?? ending?.deletingSince;
  const waited = since === undefined ? 0 : ctx.now - since;
  const base = {
    state: 'stopping' as const,
    since,
    evidence: [
      stopEvidence(server),
      ...(ending ? [endingEvidence(ending)] : []),
      objectEvidence(server),
    ],
  };
  if (ending && waited > STUCK_MS) {
    return {
      ...base,
      health: 'degraded',
      reason: 'StopStuck',
      message: `It was to stop, but its pod has not ended for ${formatDuration(
        waited,
      )}.`,
      nextStep: ending.node
        ? `Ask the platform team to look at node ${code(ending.node)}.`
        : 'Ask the platform team to look at the pod.',
      sameCause: ['Stopping', 'Culling'],
    };
  }
  if (pod && !ending && waited > UNDONE_MS && server.podsVouched) {
    const trouble = ctx.operator?.trouble;
    return {
      ...base,
      health: 'degraded',
      reason: 'StopNotDone',
      message: `It was to stop, but it still runs: ${
        trouble ?? `the ${server.controller} has not acted on it`
      }.`,
      nextStep: `Ask the platform team whether the ${server.controller} runs.`,
      sameCause: ['Stopping', 'Culling'],
    };
  }
  return {
    ...base,
    health: 'progressing',
    reason: stop.culled ? 'Culling' : 'Stopping',
    message: stop.culled
      ? 'It is being stopped, probably by the cluster, because nobody has used it.'
      : 'It is being stopped, and its pod is ending.',
  };
}

function endingEvidence(pod: NonNullable<NotebookServer['ending']>) {
  return {
    kind: 'pod' as const,
    subject: `pod ${pod.name}`,
    reason: 'Terminating',
    message: `The pod is ending${pod.node ? ` on node ${pod.node}` : ''}`,
    ...at(pod.deletingSince),
  };
}

/** Where pods cannot be read, the status has to do; it lags. */
function toldRunning({ told, generation }: NotebookServer): boolean {
  return generation === 1
    ? told.state === 'running'
    : /^(Running|Terminating)$/.test(told.state);
}
