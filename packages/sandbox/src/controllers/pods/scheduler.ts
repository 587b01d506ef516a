import type { Controller, KubeObject, SandboxApi } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { isFinished } from '../quotaUsage';
import { NODES, PERSISTENT_VOLUME_CLAIMS, PODS } from '../refs';
import { claimNeeds, isBound, SELECTED_NODE } from '../volumes/claimBinding';
import { podClaims } from '../volumes/podClaims';
import { podStatus } from './PodStatus';
import { registerNodes } from './nodes';
import { placePod } from './placement';
import { podConditions } from './podConditions';

const SCHEDULER = 'default-scheduler';
const SCHEDULING_MS = 8;
const RETRY_MS = 30_000;

const waitsForNode = (pod: KubeObject) =>
  !pod.spec?.nodeName && !pod.metadata.deletionTimestamp && !isFinished(pod);

/** Tells the provisioners where the volumes are wanted. */
function selectNode(
  api: SandboxApi,
  claims: readonly KubeObject[],
  node: string,
): void {
  for (const claim of claims) {
    const { annotations } = claim.metadata;
    if (annotations?.[SELECTED_NODE] === node) continue;
    api.update(PERSISTENT_VOLUME_CLAIMS, {
      ...claim,
      metadata: {
        ...claim.metadata,
        annotations: { ...annotations, [SELECTED_NODE]: node },
      },
    });
  }
}

function schedule(api: SandboxApi, pod: KubeObject, now: number): boolean {
  const needs = claimNeeds(api, pod);
  const placement = placePod(pod, api.list(NODES), api.list(PODS), needs);
  if (placement.node !== undefined && needs.delayed.length > 0) {
    // Bound once its volumes are there, which a change of its claims tells.
    selectNode(api, needs.delayed, placement.node);
    return false;
  }
  if (placement.node === undefined) {
    const known = podStatus(pod).conditions?.some(
      ({ type, message }) =>
        type === 'PodScheduled' && message === placement.message,
    );
    if (known) return false;
    const written = api.updateStatus(PODS, {
      ...pod,
      status: {
        ...podStatus(pod),
        conditions: podConditions(pod, 'unschedulable', now, placement.message),
      },
    });
    api.recordEvent({
      involved: written,
      type: 'Warning',
      reason: 'FailedScheduling',
      message: placement.message,
      component: SCHEDULER,
    });
    return false;
  }
  const bound = api.update(PODS, {
    ...pod,
    spec: { ...pod.spec, nodeName: placement.node },
  });
  const written = api.updateStatus(PODS, {
    ...bound,
    status: {
      ...podStatus(bound),
      conditions: podConditions(bound, 'scheduled', now),
    },
  });
  api.recordEvent({
    involved: written,
    type: 'Normal',
    reason: 'Scheduled',
    message: `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${placement.node}`,
    component: SCHEDULER,
  });
  return true;
}

/** Binds pods to the sandbox's nodes, and says in the scheduler's words why one cannot be bound. */
export function schedulerController(options: ControllerOptions): Controller {
  return (api, clock) => {
    registerNodes(api, clock);
    const queue = new Workqueue(
      clock,
      key => {
        const { namespace, name } = splitKey(key);
        const pod = api.get(PODS, namespace, name);
        if (!pod || !waitsForNode(pod)) return;
        if (!schedule(api, pod, clock.now())) queue.enqueue(key, RETRY_MS);
      },
      options.onFault,
    );
    const unwatch = api.watch(PODS, ({ type, object }) => {
      if (type !== 'DELETED' && waitsForNode(object)) {
        const refused = podStatus(object).conditions?.length;
        queue.enqueue(objectKey(object), refused ? RETRY_MS : SCHEDULING_MS);
      } else if (type === 'DELETED' || isFinished(object)) {
        for (const pod of api.list(PODS).filter(waitsForNode)) {
          queue.enqueue(objectKey(pod), SCHEDULING_MS);
        }
      }
    });
    const unwatchClaims = api.watch(PERSISTENT_VOLUME_CLAIMS, ({ object }) => {
      if (!isBound(object)) return;
      const { namespace, name } = object.metadata;
      for (const pod of api.list(PODS, namespace).filter(waitsForNode)) {
        if (podClaims(pod.spec).includes(name)) {
          queue.enqueue(objectKey(pod), SCHEDULING_MS);
        }
      }
    });
    return () => {
      unwatch();
      unwatchClaims();
      queue.stop();
    };
  };
}
