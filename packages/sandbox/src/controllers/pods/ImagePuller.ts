import type { Clock, KubeObject, SandboxApi } from '../../types';
import { NODES } from '../refs';
import { pullImage } from './images';

const KUBELET = 'kubelet';
const FIRST_BACKOFF_MS = 10_000;
const LAST_BACKOFF_MS = 300_000;

/** What came of an attempt to get an image onto a node, and when to go on. `pulled` is what is told when the image is there. */
export type PullStep =
  | { state: 'ready'; delayMs: number; pulled: string }
  | { state: 'waiting'; reason: string; message: string; delayMs: number };

interface Backoff {
  failures: number;
  retryAt: number;
}

/**
 * Gets the image of one pod: present on the node, pulled, or refused. A refused pull is tried again after 10 s, 20 s, 40 s
 * and so on; between the attempts the reason reads ImagePullBackOff, at an attempt ErrImagePull.
 */
export class ImagePuller {
  readonly #api: SandboxApi;
  readonly #clock: Clock;
  #backoff: Backoff | undefined;

  constructor(api: SandboxApi, clock: Clock) {
    this.#api = api;
    this.#clock = clock;
  }

  step(pod: KubeObject, image: string, policy: string | undefined): PullStep {
    const node = this.#api.get(NODES, undefined, pod.spec?.nodeName ?? '');
    if (policy !== 'Always' && node && hasImage(node, image)) {
      return {
        state: 'ready',
        delayMs: 15,
        pulled: `Container image "${image}" already present on machine and can be accessed by the pod`,
      };
    }
    const now = this.#clock.now();
    if (this.#backoff && now < this.#backoff.retryAt) {
      return this.#backOff(pod, image, this.#backoff.retryAt - now);
    }
    this.#event(pod, 'Normal', 'Pulling', `Pulling image "${image}"`);
    const result = pullImage(image);
    if (result.outcome === 'pulled') {
      if (node) this.#remember(node, image, result.sizeBytes);
      const seconds = (result.sizeBytes / 320e6).toFixed(3);
      return {
        state: 'ready',
        delayMs: Number(seconds) * 1000,
        pulled: `Successfully pulled image "${image}" in ${seconds}s (${seconds}s including waiting). Image size: ${result.sizeBytes} bytes.`,
      };
    }
    return this.#refuse(pod, image, result);
  }

  #refuse(
    pod: KubeObject,
    image: string,
    result: { reason: string; message: string },
  ): PullStep {
    if (result.reason === 'InvalidImageName') {
      this.#event(pod, 'Warning', 'InspectFailed', result.message);
      this.#event(pod, 'Warning', 'Failed', 'Error: InvalidImageName');
    } else {
      this.#event(
        pod,
        'Warning',
        'Failed',
        `Failed to pull image "${image}": ${result.message}`,
      );
      this.#event(pod, 'Warning', 'Failed', 'Error: ErrImagePull');
    }
    const failures = (this.#backoff?.failures ?? 0) + 1;
    const wait = Math.min(
      FIRST_BACKOFF_MS * 2 ** (failures - 1),
      LAST_BACKOFF_MS,
    );
    this.#backoff = { failures, retryAt: this.#clock.now() + wait };
    return { state: 'waiting', ...result, delayMs: 1_200 };
  }

  #backOff(pod: KubeObject, image: string, delayMs: number): PullStep {
    const refusal = pullImage(image);
    const cause = 'message' in refusal ? refusal.message : '';
    if ('reason' in refusal && refusal.reason === 'InvalidImageName') {
      return {
        state: 'waiting',
        reason: refusal.reason,
        message: cause,
        delayMs,
      };
    }
    this.#event(pod, 'Normal', 'BackOff', `Back-off pulling image "${image}"`);
    this.#event(pod, 'Warning', 'Failed', 'Error: ImagePullBackOff');
    return {
      state: 'waiting',
      reason: 'ImagePullBackOff',
      message: `Back-off pulling image "${image}": ErrImagePull: ${cause}`,
      delayMs,
    };
  }

  #remember(node: KubeObject, image: string, sizeBytes: number): void {
    const images = [
      ...(node.status?.images ?? []),
      { names: [image], sizeBytes },
    ];
    this.#api.updateStatus(NODES, {
      ...node,
      status: { ...node.status, images },
    });
  }

  #event(
    pod: KubeObject,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
  ): void {
    this.#api.recordEvent({
      involved: pod,
      type,
      reason,
      message,
      component: KUBELET,
    });
  }
}

function hasImage(node: KubeObject, image: string): boolean {
  const images: { names: string[] }[] = node.status?.images ?? [];
  return images.some(({ names }) => names.includes(image));
}
