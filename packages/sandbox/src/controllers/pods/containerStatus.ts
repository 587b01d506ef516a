import type { KubeObject } from '../../types';
import { timestamp } from '../../clock/timestamps';
import { hex, seededRandom } from '../random';
import type { Exit } from './Process';
import {
  podStatus,
  type ContainerState,
  type ContainerStatus,
  type PodStatus,
} from './PodStatus';

/** A container that has no state yet, or was just set back to one. */
export function containerStatus(
  pod: KubeObject,
  container: { name: string; image?: string },
  state: ContainerState,
): ContainerStatus {
  const old = podStatus(pod).containerStatuses?.find(
    ({ name }) => name === container.name,
  );
  const random = seededRandom(
    `${pod.metadata.uid}/${container.name}/${old?.restartCount ?? 0}`,
  );
  const id = `containerd://${hex(random, 64)}`;
  const started = Boolean(state.running ?? state.terminated);
  return {
    name: container.name,
    state: state.terminated
      ? { terminated: { ...state.terminated, containerID: id } }
      : state,
    lastState: old?.lastState ?? {},
    ready: Boolean(state.running),
    restartCount: old?.restartCount ?? 0,
    image: container.image ?? '',
    imageID: started
      ? `sha256:${hex(seededRandom(container.image ?? ''), 64)}`
      : '',
    ...(started ? { containerID: id } : {}),
    started: Boolean(state.running),
  };
}

const exitReason = (code: number) => (code === 0 ? 'Completed' : 'Error');

/** What a node writes into the status of a pod that it evicts, and of no other. */
export function evictionStatus(exit: Exit): Partial<PodStatus> {
  if (exit.reason !== 'Evicted') return {};
  return {
    phase: 'Failed',
    reason: 'Evicted',
    message:
      'The node was low on resource: memory. Threshold quantity: 100Mi, available: 71852Ki.',
  };
}

/** The state of a container that ended; `OOMKilled` is said by the kernel, the other reasons follow from the code. */
export function terminatedState(
  exit: Exit,
  startedAt: string | undefined,
  now: number,
  said: { message?: string } = {},
): ContainerState {
  return {
    terminated: {
      exitCode: exit.code,
      reason: exit.reason === 'OOMKilled' ? exit.reason : exitReason(exit.code),
      ...said,
      startedAt: startedAt ?? null,
      finishedAt: timestamp(now),
    },
  };
}

/** How containers read once their pod is being removed; one that never started reads 137, ContainerStatusUnknown. */
export function buriedStatuses(
  pod: KubeObject,
  statuses: readonly ContainerStatus[],
): ContainerStatus[] {
  return statuses.map(status =>
    status.state.terminated
      ? status
      : containerStatus(pod, status, {
          terminated: {
            exitCode: 137,
            reason: 'ContainerStatusUnknown',
            message:
              'The container could not be located when the pod was terminated',
            startedAt: null,
            finishedAt: null,
          },
        }),
  );
}
