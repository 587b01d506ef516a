import type { KubeObject, SandboxApi } from '../../types';
import { StatusError } from '../../types';
import { PODS } from '../refs';
import { podStatus } from '../pods/PodStatus';

/** Pods that an object controls and that are not on their way out. */
export function ownedPods(api: SandboxApi, owner: KubeObject): KubeObject[] {
  const { namespace, uid } = owner.metadata;
  return api
    .list(PODS, namespace)
    .filter(
      ({ metadata }) =>
        !metadata.deletionTimestamp &&
        metadata.ownerReferences?.some(
          reference => reference.controller && reference.uid === uid,
        ),
    );
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

/** Makes a pod from a workload's template; a refusal becomes an event on the workload, as the real controllers tell it. */
export function createPod(
  api: SandboxApi,
  owner: KubeObject,
  name: string,
  component: string,
): boolean {
  const { metadata, spec } = owner.spec?.template ?? {};
  try {
    api.create(PODS, owner.metadata.namespace, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...metadata,
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
      message: `Error creating: ${error.message}`,
      component,
    });
    return false;
  }
}
