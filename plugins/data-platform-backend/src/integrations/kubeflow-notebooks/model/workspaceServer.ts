import {
  AssessContext,
  KubernetesObject,
  WorkbenchVolume,
} from '@millrace/backstage-plugin-data-platform-node';
import { amount } from '../../values/amount';
import { field, flagAt, numberAt, textAt, timeAt } from '../../values/field';
import {
  ANNOTATION_PORTAL_STOP,
  WORKSPACE,
  WORKSPACE_CONTAINER,
} from '../names';
import { WORKSPACE_SETTINGS } from '../settings';
import { workspaceActivity } from './activity';
import { wasCulled } from './notebookServer';
import { PodAsk } from './podSpec';
import { NotebookServer, serverContainer, serverPods, Stop } from './server';

/** A rule pauses in the same turn in which a probe has ended. */
const SAME_TURN_MS = 10_000;

/** Reads a Workspace with its evidence. What its pod asks for stands in its kind: the pod itself tells. */
export function workspaceServer(
  object: KubernetesObject,
  ctx: AssessContext,
): NotebookServer {
  const { metadata, status } = object;
  const { pod, ending } = serverPods(ctx.pods);
  const container = serverContainer(pod, WORKSPACE_CONTAINER);
  const activity = field(status, 'activity');
  return {
    kind: WORKSPACE,
    generation: 2,
    object,
    ctx,
    name: textAt(metadata, 'name') ?? '',
    namespace: textAt(metadata, 'namespace') ?? '',
    createdAt: Math.min(
      timeAt(metadata, 'creationTimestamp') ?? ctx.firstSeen,
      ctx.now,
    ),
    deletingSince: timeAt(metadata, 'deletionTimestamp'),
    stop: stopOf(object, ctx),
    touched: textAt(status, 'state') !== undefined,
    podsVouched: ctx.complete?.includes('pods') ?? false,
    pod,
    ending,
    container,
    ask: askOf(object, ctx),
    settings: WORKSPACE_SETTINGS,
    activity: workspaceActivity({
      lastActivity: numberAt(activity, 'lastActivity'),
      lastUpdate: numberAt(activity, 'lastUpdate'),
      result: textAt(activity, 'lastProbe', 'result'),
      now: ctx.now,
    }),
    told: {
      state: textAt(status, 'state') ?? 'no state',
      message: textAt(status, 'stateMessage'),
    },
    controller: 'workspaces controller',
  };
}

/** A time that the controller writes as epoch milliseconds, 0 for never. */
export function millisAt(
  value: unknown,
  ...path: readonly string[]
): number | undefined {
  const found = numberAt(value, ...path);
  return found !== undefined && found > 0 && found < 8.64e15
    ? found
    : undefined;
}

function askOf(object: KubernetesObject, ctx: AssessContext): PodAsk {
  const pod = ctx.pods.at(-1);
  const container = serverContainer(pod, WORKSPACE_CONTAINER);
  const count = amount(pod?.requests.gpu);
  return {
    image: container?.image,
    serviceAccount: textAt(
      object.status,
      'podTemplatePod',
      'serviceAccountName',
    ),
    cpu: amount(pod?.requests.cpu) ?? 0,
    memory: amount(pod?.requests.memory) ?? 0,
    ...(count !== undefined &&
      count >= 1 && {
        gpu: { key: pod?.requests.gpuKey ?? 'nvidia.com/gpu', count },
      }),
    volumes: volumesOf(object),
    shm: false,
  };
}

function volumesOf({ spec }: KubernetesObject): WorkbenchVolume[] {
  const volumes = field(spec, 'podTemplate', 'volumes');
  const home = textAt(volumes, 'home');
  const data = field(volumes, 'data');
  return [
    ...(home ? [{ claim: home, role: 'home' as const }] : []),
    ...(Array.isArray(data) ? data : []).flatMap(each => {
      const claim = textAt(each, 'pvcName');
      const mountPath = textAt(each, 'mountPath');
      return claim
        ? [
            {
              claim,
              ...(mountPath && { mountPath }),
              role: 'data' as const,
              ...(flagAt(each, 'readOnly') && { readOnly: true }),
            },
          ]
        : [];
    }),
  ];
}

function stopOf(
  object: KubernetesObject,
  ctx: AssessContext,
): Stop | undefined {
  const { spec, status, metadata } = object;
  if (!flagAt(spec, 'paused')) {
    return undefined;
  }
  const at = millisAt(status, 'pauseTime');
  const byPortal =
    textAt(metadata, 'annotations', ANNOTATION_PORTAL_STOP) !== undefined;
  const activity = field(status, 'activity');
  const eligible = millisAt(
    activity,
    'rules',
    'pauseWorkspace',
    'eligibleAfter',
  );
  const probed = millisAt(activity, 'lastProbe', 'endTime');
  const looksCulled =
    at !== undefined &&
    eligible !== undefined &&
    probed !== undefined &&
    eligible <= at &&
    Math.abs(at - probed) <= SAME_TURN_MS;
  return { at, culled: !byPortal && (looksCulled || wasCulled(ctx, at)) };
}
