import type { KubeObject, SandboxApi } from '../../types';
import {
  workspacePath,
  type Workspace,
  type WorkspaceStatus,
} from './Workspace';
import type { ImageSpec, WorkspaceKind } from './WorkspaceKind';

/** Defaults of the WorkspaceKind. */
const PROBE_SECONDS = 3_600;
const RETRY_SECONDS = 300;

type Activity = WorkspaceStatus['activity'];

/** What Jupyter's `/api/status` says was the last activity, in epoch ms. @throws Error with the probe's words */
function probe(
  api: SandboxApi,
  workspace: Workspace,
  image: ImageSpec,
  portId: string,
  pod: KubeObject,
): number {
  const port = image.ports.find(({ id }) => id === portId)?.port;
  if (port === undefined) {
    throw new Error(`port "${portId}" not found in imageConfig`);
  }
  const { namespace = '', name } = workspace.metadata;
  const answer = api.request(pod, port, {
    path: `${workspacePath(namespace, name, portId)}api/status`,
    query: new URLSearchParams(),
  });
  if (answer?.status !== 200) {
    throw new Error(
      answer ? `unexpected status code ${answer.status}` : 'connection refused',
    );
  }
  return Date.parse(JSON.parse(answer.body).last_activity);
}

/** A look at the activity of a running workspace, where one is due; answers in how many ms the next is. */
export function lookAtActivity(
  api: SandboxApi,
  workspace: Workspace,
  kind: WorkspaceKind,
  image: ImageSpec,
  pod: KubeObject,
  activity: Activity,
  now: number,
): { activity: Activity; dueInMs?: number } {
  const configured = kind.spec.podTemplate.activityProbe;
  if (!configured?.jupyter) return { activity };
  const { probeIntervalSeconds = PROBE_SECONDS } = configured;
  const { minProbeIntervalSeconds = RETRY_SECONDS } = configured;
  const intervalMs = (result?: string) =>
    (result === 'Success' ? probeIntervalSeconds : minProbeIntervalSeconds) *
    1_000;
  const last = activity.lastProbe;
  const dueAt = last ? last.startTime + intervalMs(last.result) : now;
  if (dueAt > now) return { activity, dueInMs: dueAt - now };
  const seen = (result: 'Success' | 'Failure', message: string) => ({
    lastProbe: { startTime: now, endTime: now, result, message },
  });
  try {
    const { portId } = configured.jupyter;
    const lastActivity = probe(api, workspace, image, portId, pod);
    return {
      activity: {
        ...activity,
        ...seen('Success', 'Jupyter probe succeeded'),
        lastActivity,
        lastUpdate: now,
      },
      dueInMs: intervalMs('Success'),
    };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return {
      activity: {
        ...activity,
        ...seen('Failure', `Jupyter probe failed: ${cause}`),
      },
      dueInMs: intervalMs(),
    };
  }
}
