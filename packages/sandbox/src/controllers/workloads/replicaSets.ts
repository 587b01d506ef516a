import type { Controller, KubeObject, SandboxApi } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { between, type Random } from '../random';
import { isFinished } from '../quotaUsage';
import { PODS, REPLICA_SETS } from '../refs';
import { createPod, isReady, ownedPods, type PodMaker } from './ownedPods';

/** The words of `FailedCreate` are those of pkg/controller/controller_utils.go. */
const MAKER: PodMaker = {
  component: 'replicaset-controller',
  refusal: cause => `Error creating: ${cause}`,
};
const NOTICE_MS = 10;
const RETRY_MS = 5_000;
/** As the apimachinery's names do: no vowels, nothing that looks like another letter. */
const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

export function randomSuffix(random: Random): string {
  return Array.from(
    { length: 5 },
    () => LETTERS[between(random, 0, LETTERS.length - 1)],
  ).join('');
}

function reconcile(
  api: SandboxApi,
  set: KubeObject,
  random: Random,
): number | undefined {
  const wanted: number = set.spec?.replicas ?? 1;
  const pods = ownedPods(api, set).filter(pod => !isFinished(pod));
  for (const { metadata } of pods.slice(wanted)) {
    api.delete(PODS, metadata.namespace, metadata.name);
  }
  let refused = false;
  for (let index = pods.length; index < wanted && !refused; index += 1) {
    const name = `${set.metadata.name}-${randomSuffix(random)}`;
    refused = !createPod(api, set, name, MAKER);
  }
  const kept = ownedPods(api, set).filter(pod => !isFinished(pod));
  const ready = kept.filter(isReady).length;
  api.updateStatus(REPLICA_SETS, {
    ...set,
    status: {
      replicas: kept.length,
      ...(kept.length > 0 ? { fullyLabeledReplicas: kept.length } : {}),
      ...(ready > 0 ? { readyReplicas: ready, availableReplicas: ready } : {}),
      observedGeneration: set.metadata.generation ?? 1,
    },
  });
  return refused ? RETRY_MS : undefined;
}

/** Keeps as many pods as each ReplicaSet wants. */
export function replicaSetController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      key => {
        const { namespace, name } = splitKey(key);
        const set = api.get(REPLICA_SETS, namespace, name);
        if (!set || set.metadata.deletionTimestamp) return;
        const dueInMs = reconcile(api, set, options.random);
        if (dueInMs !== undefined) queue.enqueue(key, dueInMs);
      },
      options.onFault,
    );
    const unwatchSets = api.watch(REPLICA_SETS, ({ type, object }) => {
      if (type !== 'DELETED') queue.enqueue(objectKey(object), NOTICE_MS);
    });
    const unwatchPods = api.watch(PODS, ({ object }) => {
      const owner = object.metadata.ownerReferences?.find(
        ({ kind, controller }) => controller && kind === 'ReplicaSet',
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
