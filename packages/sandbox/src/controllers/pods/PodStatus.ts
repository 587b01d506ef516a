import type { KubeObject } from '../../types';

/** One state of a container; exactly one member is set. */
export interface ContainerState {
  waiting?: { reason: string; message?: string };
  running?: { startedAt: string };
  terminated?: {
    exitCode: number;
    reason: string;
    message?: string;
    startedAt: string | null;
    finishedAt: string | null;
    containerID?: string;
  };
}

export interface ContainerStatus {
  name: string;
  state: ContainerState;
  lastState: ContainerState;
  ready: boolean;
  restartCount: number;
  image: string;
  imageID: string;
  containerID?: string;
  started: boolean;
}

export interface PodCondition {
  type: string;
  observedGeneration: number;
  status: 'True' | 'False';
  lastProbeTime: null;
  lastTransitionTime: string;
  reason?: string;
  message?: string;
}

export interface PodStatus {
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  observedGeneration?: number;
  conditions?: PodCondition[];
  containerStatuses?: ContainerStatus[];
  hostIP?: string;
  podIP?: string;
  startTime?: string;
  qosClass?: string;
  [field: string]: unknown;
}

/** The status of a pod as last written; a new pod is Pending. */
export function podStatus(pod: KubeObject): PodStatus {
  return { phase: 'Pending', ...pod.status };
}

/** The names of the containers of a pod, in order. */
export function containerNames(pod: KubeObject): string[] {
  return (pod.spec?.containers ?? []).map(
    (container: { name: string }) => container.name,
  );
}
