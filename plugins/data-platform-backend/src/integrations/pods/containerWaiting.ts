import {
  ContainerEvidence,
  EventEvidence,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { plain } from '../values/plain';

/** Why a container that has its image cannot be run. */
export interface WaitingProblem {
  reason: 'ContainerConfigError' | 'ContainerCannotRun';
  /** Clause: "its container cannot be run (exec format error)". */
  clause: string;
  nextStep: string;
}

/** While a container waits for these, it is being made. */
const BEING_MADE = ['ContainerCreating', 'PodInitializing'];

/** True for a container that is on its way, with nothing amiss yet. */
export function isBeingMade({
  waiting,
}: Pick<ContainerEvidence, 'waiting'>): boolean {
  return BEING_MADE.includes(waiting?.reason ?? '');
}

/**
 * What the waiting reason of a container means, where it is final. Source: kubernetes pkg/kubelet/container/sync_result.go.
 * @param words - `environment`: where a person names Secrets and ConfigMaps; `content`: what the image must hold
 */
export function waitingProblem(
  waiting: NonNullable<ContainerEvidence['waiting']>,
  words: { environment: string; content: string },
): WaitingProblem | undefined {
  switch (waiting.reason) {
    case 'CreateContainerConfigError':
      return {
        reason: 'ContainerConfigError',
        clause:
          'a Secret or ConfigMap that its environment refers to is missing, or lacks the key',
        nextStep: `Create it in the namespace, or correct its name and key in \`${words.environment}\`.`,
      };
    case 'CreateContainerError':
    case 'RunContainerError':
    case 'StartError':
      return {
        reason: 'ContainerCannotRun',
        clause: `its container cannot be run (${plain(
          waiting.message ?? 'the node does not say why',
          120,
        )})`,
        nextStep: `Check that the image holds ${words.content} and that its volumes can be mounted.`,
      };
    default:
      return undefined;
  }
}

/** True when the node could not mount a volume of the pod. */
export function mountFailed(
  events: readonly EventEvidence[],
  pod: PodEvidence,
): boolean {
  return events.some(
    event =>
      event.involved.uid === pod.uid &&
      /^Failed(Mount|AttachVolume)$/.test(event.reason),
  );
}

/** When the node first failed to pull an image of the pod, epoch ms. */
export function firstPullFailure(
  events: readonly EventEvidence[],
  pod: PodEvidence,
): number | undefined {
  const times = events
    .filter(
      event => event.reason === 'Failed' && event.involved.uid === pod.uid,
    )
    .map(event => event.firstAt);
  return times.length > 0 ? Math.min(...times) : undefined;
}
