import { isDeepStrictEqual } from 'node:util';
import type { Controller, KubeObject, SandboxApi } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { isFinished } from '../quotaUsage';
import { PODS, STATEFUL_SETS } from '../refs';
import { createPod, isReady, ownedPods } from './ownedPods';

const COMPONENT = 'statefulset-controller';
const NOTICE_MS = 10;
const RETRY_MS = 5_000;

function reconcile(api: SandboxApi, set: KubeObject): number | undefined {
  const { name, namespace } = set.metadata;
  const wanted: number = set.spec?.replicas ?? 1;
  const names = Array.from({ length: wanted }, (_, id) => `${name}-${id}`);
  for (const pod of ownedPods(api, set)) {
    if (!names.includes(pod.metadata.name) || isFinished(pod)) {
      api.delete(PODS, namespace, pod.metadata.name);
    }
  }
  const absent = names.filter(pod => !api.get(PODS, namespace, pod));
  // One that is refused holds up those after it, as it does the real controller in either policy.
  const refused = absent.some(pod => !createPod(api, set, pod, COMPONENT));
  const pods = ownedPods(api, set);
  const ready = pods.filter(isReady).length;
  const status = {
    observedGeneration: set.metadata.generation ?? 1,
    replicas: pods.length,
    currentReplicas: pods.length,
    availableReplicas: ready,
    ...(ready > 0 ? { readyReplicas: ready } : {}),
  };
  if (!isDeepStrictEqual(status, set.status)) {
    api.updateStatus(STATEFUL_SETS, { ...set, status });
  }
  return refused ? RETRY_MS : undefined;
}

/** Keeps the numbered pods of each StatefulSet, all at once (`podManagementPolicy: Parallel`). */
export function statefulSetController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      key => {
        const { namespace, name } = splitKey(key);
        const set = api.get(STATEFUL_SETS, namespace, name);
        if (!set || set.metadata.deletionTimestamp) return;
        const dueInMs = reconcile(api, set);
        if (dueInMs !== undefined) queue.enqueue(key, dueInMs);
      },
      options.onFault,
    );
    const unwatchSets = api.watch(STATEFUL_SETS, ({ type, object }) => {
      if (type !== 'DELETED') queue.enqueue(objectKey(object), NOTICE_MS);
    });
    const unwatchPods = api.watch(PODS, ({ object }) => {
      const owner = object.metadata.ownerReferences?.find(
        ({ kind, controller }) => controller && kind === 'StatefulSet',
      );
      if (!owner) return;
      queue.enqueue(`${object.metadata.namespace}/${owner.name}`, NOTICE_MS);
    });
    return () => {
      unwatchSets();
      unwatchPods();
      queue.stop();
    };
  };
}
