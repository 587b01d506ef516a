import type { KubeObject, SandboxApi } from '../../types';
import type { Exit } from './Process';

/** What the kubelet takes of a log at most: `MaxContainerTerminationMessageLogLength` and `...Lines`, pkg/kubelet/container/runtime.go. */
const MAX_LENGTH = 2_048;
const MAX_LINES = 80;

interface Container {
  name: string;
  terminationMessagePolicy?: string;
}

/** The message of a container that ended: the end of its log, where it failed and its policy asks for that. */
export function terminationMessage(
  api: Pick<SandboxApi, 'readLog'>,
  pod: KubeObject,
  container: string,
  exit: Exit,
): { message?: string } {
  const { containers = [] } = pod.spec as { containers?: Container[] };
  const policy = containers.find(
    ({ name }) => name === container,
  )?.terminationMessagePolicy;
  if (policy !== 'FallbackToLogsOnError' || exit.code === 0) return {};
  const lines = api.readLog(pod, container);
  const message = lines.slice(-MAX_LINES).join('').slice(-MAX_LENGTH);
  return message === '' ? {} : { message };
}
