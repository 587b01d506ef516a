import type { Controller, KubeObject, SandboxApi } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { isFinished } from '../quotaUsage';
import { NODES, PODS } from '../refs';
import { podStatus } from './PodStatus';
import { registerNodes } from './nodes';
import { placePod } from './placement';
import { podConditions } from './podConditions';

const SCHEDULER = 'default-scheduler';
const SCHEDULING_MS = 8;
const RETRY_MS = 30_000;

const waitsForNode = (pod: KubeObject) =>
  !pod.spec?.nodeName && !pod.metadata.deletionTimestamp && !isFinished(pod);

function schedule(api: SandboxApi, pod: KubeObject, now: number): boolean {
  const placement = placePod(pod, api.list(NODES), api.list(PODS));
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
    return () => {
      unwatch();
      queue.stop();
    };
  };
}
