import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { ANNOTATION_PORTAL_STOP } from '../names';
import { field, textAt, timeAt } from '../../values/field';
import { NOTEBOOK } from '../names';
import { NOTEBOOK_SETTINGS } from '../settings';
import { notebookActivity } from './activity';
import { podAsk } from './podSpec';
import { NotebookServer, serverContainer, serverPods, Stop } from './server';
import { toldPod } from './toldPod';

/** The culler writes when it looked, and in the next breath that the server is to stop. */
const SAME_BREATH_MS = 5_000;
/** Nobody is culled who has been idle for less. */
const CULLED_IDLE_MS = 60_000;

/** Reads a Notebook with its evidence. */
export function notebookServer(
  object: KubernetesObject,
  ctx: AssessContext,
): NotebookServer {
  const { metadata, spec, status } = object;
  const marks = field(object, 'marks');
  const name = textAt(metadata, 'name') ?? '';
  const namespace = textAt(metadata, 'namespace') ?? '';
  const ask = podAsk(field(spec, 'template', 'spec'), name);
  const podsVouched = ctx.complete?.includes('pods') ?? false;
  const { ending, ...found } = serverPods(ctx.pods);
  const pod =
    found.pod ??
    (podsVouched || ending ? undefined : toldPod(object, name, namespace));
  const container = serverContainer(pod, name);
  return {
    kind: NOTEBOOK,
    generation: 1,
    object,
    ctx,
    name,
    namespace,
    createdAt: Math.min(
      timeAt(metadata, 'creationTimestamp') ?? ctx.firstSeen,
      ctx.now,
    ),
    deletingSince: timeAt(metadata, 'deletionTimestamp'),
    stop: stopOf(object, ctx),
    touched: status !== undefined && status !== null,
    podsVouched,
    pod,
    ending,
    container,
    ask,
    settings: NOTEBOOK_SETTINGS,
    activity: notebookActivity({
      serverType: textAt(marks, 'serverType'),
      image: container?.image ?? ask.image,
      lastActivity: timeAt(marks, 'lastActivity'),
      checkedAt: timeAt(marks, 'checkedAt'),
      startedAt: container?.running?.startedAt,
      now: ctx.now,
    }),
    told: { state: toldState(status) },
    controller: 'notebook controller',
  };
}

function stopOf(
  object: KubernetesObject,
  ctx: AssessContext,
): Stop | undefined {
  const marks = field(object, 'marks');
  if (field(marks, 'stopped') !== true) {
    return undefined;
  }
  const written = textAt(marks, 'stoppedAt');
  const at = timeAt(marks, 'stoppedAt');
  const byPortal =
    written !== undefined &&
    textAt(object.metadata, 'annotations', ANNOTATION_PORTAL_STOP) === written;
  const checkedAt = timeAt(marks, 'checkedAt');
  const lastActivity = timeAt(marks, 'lastActivity');
  const looksCulled =
    at !== undefined &&
    checkedAt !== undefined &&
    lastActivity !== undefined &&
    Math.abs(at - checkedAt) <= SAME_BREATH_MS &&
    at - lastActivity >= CULLED_IDLE_MS;
  return {
    at,
    culled: !byPortal && (looksCulled || wasCulled(ctx, at)),
  };
}

/** The culler takes its marks away within a second of the stop: what an earlier verdict saw counts. */
export function wasCulled(
  { previous }: AssessContext,
  at: number | undefined,
): boolean {
  return (
    at !== undefined &&
    previous !== undefined &&
    /^Cull(ed|ing)$/.test(previous.reason) &&
    Date.parse(previous.since ?? '') === at
  );
}

/** In one word, for the evidence. */
function toldState(status: unknown): string {
  const state = field(status, 'containerState');
  return (
    textAt(state, 'waiting', 'reason') ??
    textAt(state, 'terminated', 'reason') ??
    (textAt(state, 'running', 'startedAt') ? 'running' : 'no state')
  );
}
