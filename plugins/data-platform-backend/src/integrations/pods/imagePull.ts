import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import {
  ContainerEvidence,
  EventEvidence,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { code } from '../values/plain';
import { CommonSettings } from './podSettings';

/** Waiting reasons of the kubelet that mean: there is no image. Source: kubernetes pkg/kubelet/images/types.go. */
const WAITING_REASONS = [
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
];

/** Reasons of ours that are one cause: the kubelet alternates between names for it. */
export const IMAGE_REASONS = [
  'ImageNotFound',
  'ImageAccessDenied',
  'ImageNameInvalid',
  'ImageRegistryUnreachable',
  'ImagePullFailed',
] as const;

type ImageReason = (typeof IMAGE_REASONS)[number];

export interface ImageProblem {
  reason: ImageReason;
  /** Clause: "image `etl:1` was not found". */
  clause: string;
  nextStep: string;
  /** True when trying again cannot help. */
  final: boolean;
}

/** True when a container waits for its image. */
export function waitsForImage(
  container: ContainerEvidence | undefined,
): boolean {
  return WAITING_REASONS.includes(container?.waiting?.reason ?? '');
}

/** What is known where a pod is looked at. */
export interface ImageScene {
  settings: CommonSettings;
  /** As the definition names it, where the pod does not. */
  image?: string;
  serviceAccount?: string;
  events: readonly EventEvidence[];
  /** The verdict before: a cause that was told once holds while the kubelet flips between two names for it. */
  previous?: Pick<Assessment, 'reason'>;
}

/** What is wrong with the image of a waiting container. Texts of the registry choose the remedy, nothing else. */
export function imageProblem(
  scene: ImageScene,
  pod: PodEvidence,
  container: ContainerEvidence,
): ImageProblem {
  const { settings } = scene;
  const image = code(container.image ?? scene.image ?? 'unknown');
  const account = code(scene.serviceAccount ?? 'default');
  const reason = imageReason(scene, pod, container);
  switch (reason) {
    case 'ImageNotFound':
      return {
        reason,
        clause: `image ${image} was not found`,
        nextStep: `Check the tag, or the pull secret of service account ${account}.`,
        final: true,
      };
    case 'ImageAccessDenied':
      return {
        reason,
        clause: `the registry refused access to image ${image}`,
        nextStep: `Name a pull secret in \`${settings.pullSecrets}\`, or add one to service account ${account}.`,
        final: true,
      };
    case 'ImageNameInvalid':
      return {
        reason,
        clause: `${image} is not the name of an image`,
        nextStep: `Correct \`${settings.image}\`.`,
        final: true,
      };
    case 'ImageRegistryUnreachable':
      return {
        reason,
        clause: `the registry of image ${image} cannot be reached`,
        nextStep: `Check the host name in \`${settings.image}\`, and ask the platform team whether the cluster reaches that registry.`,
        final: false,
      };
    default:
      return {
        reason,
        clause: `image ${image} cannot be pulled`,
        nextStep: `Check the name and tag in \`${settings.image}\`, and the pull secret of service account ${account}.`,
        final: false,
      };
  }
}

function imageReason(
  scene: ImageScene,
  pod: PodEvidence,
  container: ContainerEvidence,
): ImageReason {
  if (container.waiting?.reason === 'InvalidImageName') {
    return 'ImageNameInvalid';
  }
  const texts = [
    container.waiting?.message ?? '',
    ...scene.events
      .filter(event => isPullFailure(event, pod))
      .map(event => event.message),
  ];
  const hinted = texts.map(hint).find(found => found !== undefined);
  const before = IMAGE_REASONS.find(known => known === scene.previous?.reason);
  return hinted ?? before ?? 'ImagePullFailed';
}

function isPullFailure(event: EventEvidence, pod: PodEvidence): boolean {
  return event.reason === 'Failed' && event.involved.uid === pod.uid;
}

function hint(message: string): ImageReason | undefined {
  const text = message.slice(0, 4_000).toLowerCase();
  if (
    /no such host|dial tcp|i\/o timeout|connection refused|tls|x509|certificate|deadline exceeded|eof$/.test(
      text,
    )
  ) {
    return 'ImageRegistryUnreachable';
  }
  if (/unauthori[sz]ed|denied|forbidden|authentication required/.test(text)) {
    return /does not exist/.test(text) ? 'ImageNotFound' : 'ImageAccessDenied';
  }
  return /not found|manifest unknown|name unknown|does not exist|not present/.test(
    text,
  )
    ? 'ImageNotFound'
    : undefined;
}
