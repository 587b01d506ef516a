import type { KubeObject } from '../../types';
import { podStatus, type ContainerStatus } from './PodStatus';

const FIRST_BACKOFF_MS = 10_000;
const LAST_BACKOFF_MS = 300_000;

/** Whether the restart policy of a pod whose containers have all ended starts them again. */
export function restartsContainers(pod: KubeObject): boolean {
  const policy = pod.spec?.restartPolicy;
  if (policy === 'Always') return true;
  if (policy !== 'OnFailure') return false;
  return (podStatus(pod).containerStatuses ?? []).some(
    ({ state }) => state.terminated?.exitCode !== 0,
  );
}

/** How long to wait before a restart: the first is at once, then 10 s, 20 s and so on up to five minutes. */
export function restartBackoffMs(restarts: number): number {
  return restarts === 0
    ? 0
    : Math.min(FIRST_BACKOFF_MS * 2 ** (restarts - 1), LAST_BACKOFF_MS);
}

/** What is told of a container that waits for its restart. */
export function backoffMessage(
  pod: KubeObject,
  container: string,
  delayMs: number,
): { waiting: string; event: string } {
  const { namespace, name, uid } = pod.metadata;
  const id = `${name}_${namespace}(${uid})`;
  const seconds = delayMs / 1000;
  const delay =
    seconds < 60
      ? `${seconds}s`
      : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
  return {
    waiting: `back-off ${delay} restarting failed container=${container} pod=${id}`,
    event: `Back-off restarting failed container ${container} in pod ${id}`,
  };
}

/** The end of the instance before, if this container is being started again. */
export function endedBefore(
  status: ContainerStatus | undefined,
): ContainerStatus['lastState']['terminated'] {
  if (status?.state.terminated) return status.state.terminated;
  return status?.state.waiting?.reason === 'CrashLoopBackOff'
    ? status.lastState.terminated
    : undefined;
}
