import type { KubeObject } from '../../types';
import { timestamp } from '../../clock/timestamps';
import { podStatus, type PodCondition } from '../pods/PodStatus';
import type { Notebook, NotebookCondition } from './Notebook';

function mirrored(condition: PodCondition, now: number): NotebookCondition {
  const { type, status, reason, message, lastTransitionTime } = condition;
  return {
    type,
    status,
    ...(reason ? { reason } : {}),
    ...(message ? { message } : {}),
    lastProbeTime: timestamp(now),
    lastTransitionTime,
  };
}

/**
 * What the notebook-controller writes (createNotebookStatus): the conditions of the pod, each with the time of this look, the
 * state of the container that is named like the notebook, and the ready replicas that the StatefulSet tells, which may be
 * those of a moment ago. Without a pod it is what a newborn notebook has.
 */
export function notebookStatus(
  notebook: Notebook,
  set: KubeObject | undefined,
  pod: KubeObject | undefined,
  now: number,
): NonNullable<Notebook['status']> {
  const { conditions = [], containerStatuses = [] } = pod ? podStatus(pod) : {};
  const own = containerStatuses.find(
    ({ name }) => name === notebook.metadata.name,
  );
  return {
    conditions: conditions.map(condition => mirrored(condition, now)),
    containerState: own?.state ?? {},
    readyReplicas: set?.status?.readyReplicas ?? 0,
  };
}
