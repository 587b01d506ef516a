import type { KubeObject } from '../../types';
import { podStatus } from '../pods/PodStatus';
import type { WorkspaceState } from './Workspace';

export interface StateAndMessage {
  state: WorkspaceState;
  stateMessage: string;
}

const says = (state: WorkspaceState, stateMessage: string) => ({
  state,
  stateMessage,
});

/** An event of the scheduler has no lastTimestamp, so any other is later than it. */
function lastWarning(
  events: readonly KubeObject[],
  about: KubeObject,
): KubeObject | undefined {
  return events
    .filter(
      ({ type, involvedObject }) =>
        type === 'Warning' && involvedObject.uid === about.metadata.uid,
    )
    .reduce<KubeObject | undefined>(
      (last, event) =>
        !last || (last.lastTimestamp ?? '') < (event.lastTimestamp ?? '')
          ? event
          : last,
      undefined,
    );
}

/**
 * State and message of a workspace, from its pod and the events about it and its StatefulSet (generateWorkspaceState of the
 * workspaces controller, with its precedence: any warning of the pod's past makes a starting one an Error).
 */
export function workspaceState(
  paused: boolean,
  set: KubeObject,
  pod: KubeObject | undefined,
  events: readonly KubeObject[],
): StateAndMessage {
  if (!pod) {
    if (paused) return says('Paused', 'Workspace is paused');
    const refused = lastWarning(events, set);
    return refused
      ? says(
          'Error',
          `Workspace StatefulSet has warning event: ${refused.message}`,
        )
      : says('Unknown', 'Workspace is in an unknown state');
  }
  if (pod.metadata.deletionTimestamp) {
    return says('Terminating', 'Workspace is terminating');
  }
  const { phase, conditions = [], containerStatuses = [] } = podStatus(pod);
  const condition = (type: string) => conditions.find(one => one.type === type);
  const scheduled = condition('PodScheduled');
  if (scheduled?.status !== 'True' && scheduled?.reason === 'Unschedulable') {
    return says(
      'Error',
      `Workspace Pod is unschedulable: ${scheduled.message}`,
    );
  }
  if (phase === 'Running' && condition('Ready')?.status === 'True') {
    return says('Running', 'Workspace is running');
  }
  const main = containerStatuses.find(({ name }) => name === 'main');
  const reason = main?.state.waiting?.reason ?? '';
  if (reason === 'CrashLoopBackOff' || reason === 'ImagePullBackOff') {
    return says('Error', `Workspace Container is not running (${reason})`);
  }
  const warning = lastWarning(events, pod);
  if (warning) {
    return says('Error', `Workspace Pod has warning event: ${warning.message}`);
  }
  return phase === 'Pending'
    ? says('Pending', 'Workspace is pending')
    : says('Unknown', 'Workspace is in an unknown state');
}
