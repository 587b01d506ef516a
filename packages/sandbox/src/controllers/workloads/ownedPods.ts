import type { KubeObject, SandboxApi } from '../../types';
import { StatusError } from '../../types';
import { PODS } from '../refs';
import { podStatus } from '../pods/PodStatus';

/** Whether an object controls another. */
export function isOwnedBy({ metadata }: KubeObject, owner: KubeObject) {
  return Boolean(
    metadata.ownerReferences?.some(
      ({ controller, uid }) => controller && uid === owner.metadata.uid,
    ),
  );
}

/** Pods that an object controls and that are not on their way out. */
export function ownedPods(api: SandboxApi, owner: KubeObject): KubeObject[] {
  return api
    .list(PODS, owner.metadata.namespace)
    .filter(pod => !pod.metadata.deletionTimestamp && isOwnedBy(pod, owner));
}

/** Running, with all containers ready. */
export function isReady(pod: KubeObject): boolean {
  return (podStatus(pod).conditions ?? []).some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
}

/** The reference by which an object controls another. */
export function controllerReference(owner: KubeObject) {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** A controller that makes pods: its name on events, and its words for a pod that the API server refuses. */
export interface PodMaker {
  component: string;
  refusal(cause: string, pod: string, owner: string): string;
}

/** Makes a pod from a workload's template; a refusal becomes an event on the workload, as the real controllers tell it. */
export function createPod(
  api: SandboxApi,
  owner: KubeObject,
  name: string,
  maker: PodMaker,
  labels: Record<string, string> = {},
): boolean {
  const { metadata, spec } = owner.spec?.template ?? {};
  try {
    api.create(PODS, owner.metadata.namespace, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...metadata,
        labels: { ...metadata?.labels, ...labels },
        name,
        ownerReferences: [controllerReference(owner)],
      },
      spec,
    });
    return true;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    api.recordEvent({
      involved: owner,
      type: 'Warning',
      reason: 'FailedCreate',
      message: maker.refusal(error.message, name, owner.metadata.name),
      component: maker.component,
    });
    return false;
  }
}
