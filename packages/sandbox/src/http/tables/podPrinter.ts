import { KubeObject } from '../../types';
import { since } from './age';
import { AGE_DESCRIPTION, NAME_COLUMN } from './descriptions';
import type { Printer, TableCells } from './Table';

type ContainerStatus = Record<string, any>;

const text = (name: string, description: string, priority = 0) => ({
  name,
  type: 'string',
  format: '',
  description,
  priority,
});

/** Pods as pkg/printers/internalversion shows them: the status is computed from the containers. */
export const podPrinter: Printer = {
  columns: [
    NAME_COLUMN,
    text(
      'Ready',
      'The aggregate readiness state of this pod for accepting traffic.',
    ),
    text('Status', 'The aggregate status of the containers in this pod.'),
    text(
      'Restarts',
      'The number of times the containers in this pod have been restarted and when the last container in this pod has restarted.',
    ),
    text('Age', AGE_DESCRIPTION),
    text(
      'IP',
      'podIP address allocated to the pod. Routable at least within the cluster. Empty if not yet allocated.',
      1,
    ),
    text('Node', 'NodeName indicates in which node this pod is scheduled.', 1),
    text(
      'Nominated Node',
      'nominatedNodeName is set only when this pod preempts other pods on the node.',
      1,
    ),
    text(
      'Readiness Gates',
      'If specified, all readiness gates will be evaluated for pod readiness.',
      1,
    ),
  ],
  row: podRow,
};

function podRow(pod: KubeObject, now: number): TableCells {
  const { spec = {}, status = {}, metadata } = pod;
  const containers: ContainerStatus[] = status.containerStatuses ?? [];
  const ready = containers.filter(isReadyAndRunning).length;
  return {
    cells: [
      metadata.name,
      `${ready}/${spec.containers?.length ?? 0}`,
      podStatus(pod),
      restarts(pod, now),
      since(metadata.creationTimestamp, now),
      status.podIP || '<none>',
      spec.nodeName || '<none>',
      status.nominatedNodeName || '<none>',
      '<none>',
    ],
    ...condition(status.phase),
  };
}

function isReadyAndRunning(container: ContainerStatus): boolean {
  return container.ready === true && container.state?.running !== undefined;
}

function condition(phase: string | undefined): Pick<TableCells, 'conditions'> {
  if (phase === 'Succeeded') {
    const message = 'The pod has completed successfully.';
    return {
      conditions: [
        { type: 'Completed', status: 'True', reason: phase, message },
      ],
    };
  }
  if (phase === 'Failed') {
    const message = 'The pod failed.';
    return {
      conditions: [
        { type: 'Completed', status: 'True', reason: phase, message },
      ],
    };
  }
  return {};
}

/** The reason that kubectl shows: of the pod, of the first init container that is not done, or of the last container. */
export function podStatus(pod: KubeObject): string {
  const { spec = {}, status = {}, metadata } = pod;
  let reason: string = status.reason || status.phase || 'Unknown';
  const gated = (status.conditions ?? []).some(
    (one: ContainerStatus) =>
      one.type === 'PodScheduled' && one.reason === 'SchedulingGated',
  );
  if (gated) reason = 'SchedulingGated';
  const initialising = initStatus(status, spec.initContainers?.length ?? 0);
  if (initialising) reason = initialising;
  else {
    const containers: ContainerStatus[] = status.containerStatuses ?? [];
    for (const { state = {} } of [...containers].reverse()) {
      const { waiting, terminated } = state;
      if (waiting?.reason) reason = waiting.reason;
      else if (terminated) reason = terminatedReason(terminated);
    }
    if (reason === 'Completed' && containers.some(isReadyAndRunning)) {
      const isReady = (status.conditions ?? []).some(
        (one: ContainerStatus) => one.type === 'Ready' && one.status === 'True',
      );
      reason = isReady ? 'Running' : 'NotReady';
    }
  }
  if (metadata.deletionTimestamp) {
    if (status.reason === 'NodeLost') return 'Unknown';
    if (!['Failed', 'Succeeded'].includes(status.phase)) return 'Terminating';
  }
  return reason;
}

function initStatus(
  status: ContainerStatus,
  count: number,
): string | undefined {
  const containers: ContainerStatus[] = status.initContainerStatuses ?? [];
  for (const [index, { state = {} }] of containers.entries()) {
    const { waiting, terminated } = state;
    if (terminated?.exitCode === 0) continue;
    if (terminated) return `Init:${terminatedReason(terminated)}`;
    if (waiting?.reason && waiting.reason !== 'PodInitializing') {
      return `Init:${waiting.reason}`;
    }
    return `Init:${index}/${count}`;
  }
  return undefined;
}

function terminatedReason(terminated: ContainerStatus): string {
  if (terminated.reason) return terminated.reason;
  return terminated.signal
    ? `Signal:${terminated.signal}`
    : `ExitCode:${terminated.exitCode}`;
}

function restarts(pod: KubeObject, now: number): string {
  const containers: ContainerStatus[] = pod.status?.containerStatuses ?? [];
  let count = 0;
  let last = 0;
  for (const container of containers) {
    count += container.restartCount ?? 0;
    const finished = Date.parse(
      container.lastState?.terminated?.finishedAt ?? '',
    );
    if (finished > last) last = finished;
  }
  if (count === 0 || last === 0) return String(count);
  return `${count} (${since(new Date(last).toISOString(), now)} ago)`;
}
