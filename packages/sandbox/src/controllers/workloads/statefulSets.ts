import { isDeepStrictEqual } from 'node:util';
import type { Controller, KubeObject, SandboxApi } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { isFinished } from '../quotaUsage';
import { hex, seededRandom } from '../random';
import { PODS, STATEFUL_SETS } from '../refs';
import { createPod, isOwnedBy, isReady, type PodMaker } from './ownedPods';

/** The words of its events are those of pkg/controller/statefulset/stateful_pod_control.go. */
const MAKER: PodMaker = {
  component: 'statefulset-controller',
  refusal: (cause, pod, set) =>
    `Create Pod ${pod} in StatefulSet ${set} failed error: ${cause}`,
};
const NOTICE_MS = 10;
/** The rate limit of the controller's queue: a refused pod is tried again after 5 ms, 10 ms, ... 10, 20, 41 s and so on. */
const FIRST_RETRY_MS = 5;
const LAST_RETRY_MS = 1_000_000;
const REVISION = 'controller-revision-hash';

/** The name of the revision that a template makes; pods of another are replaced. */
export function revisionOf({ metadata, spec }: KubeObject): string {
  const random = seededRandom(JSON.stringify(spec?.template));
  return `${metadata.name}-${hex(random, 10)}`;
}

export function podLabels(pod: string, index: number, revision: string) {
  return {
    'apps.kubernetes.io/pod-index': String(index),
    [REVISION]: revision,
    'statefulset.kubernetes.io/pod-name': pod,
  };
}

/** Pods on their way out count among replicas, and among the ready ones, for as long as they are. */
function statusOf(
  set: KubeObject,
  pods: readonly KubeObject[],
  revision: string,
) {
  const ready = pods.filter(isReady).length;
  const lasting = pods.filter(({ metadata }) => !metadata.deletionTimestamp);
  const updated = lasting.filter(
    ({ metadata }) => metadata.labels?.[REVISION] === revision,
  );
  const count = (name: string, value: number) =>
    value > 0 ? { [name]: value } : {};
  return {
    observedGeneration: set.metadata.generation ?? 1,
    replicas: pods.length,
    ...count('readyReplicas', ready),
    ...count('currentReplicas', lasting.length),
    ...count('updatedReplicas', updated.length),
    currentRevision: revision,
    updateRevision: revision,
    collisionCount: 0,
    availableReplicas: ready,
  };
}

function tell(api: SandboxApi, set: KubeObject, verb: string, pod: string) {
  api.recordEvent({
    involved: set,
    type: 'Normal',
    reason: `Successful${verb}`,
    message: `${verb} Pod ${pod} in StatefulSet ${set.metadata.name} successful`,
    component: MAKER.component,
  });
}

/** Makes and ends pods of a set until they are as it says; answers false when a pod was refused. */
function reconcile(api: SandboxApi, set: KubeObject): boolean {
  const { name, namespace } = set.metadata;
  const wanted: number = set.spec?.replicas ?? 1;
  const revision = revisionOf(set);
  const names = Array.from({ length: wanted }, (_, id) => `${name}-${id}`);
  const owned = () =>
    api.list(PODS, namespace).filter(pod => isOwnedBy(pod, set));
  for (const pod of owned()) {
    const { metadata } = pod;
    const unfit =
      !names.includes(metadata.name) ||
      isFinished(pod) ||
      (metadata.labels?.[REVISION] ?? revision) !== revision;
    if (metadata.deletionTimestamp || !unfit) continue;
    api.delete(PODS, namespace, metadata.name);
    tell(api, set, 'Delete', metadata.name);
  }
  // One that is refused holds up those after it, as it does the real controller in either policy.
  const refused = names.some((pod, index) => {
    if (api.get(PODS, namespace, pod)) return false;
    const labels = podLabels(pod, index, revision);
    if (!createPod(api, set, pod, MAKER, labels)) return true;
    tell(api, set, 'Create', pod);
    return false;
  });
  const status = statusOf(set, owned(), revision);
  if (!isDeepStrictEqual(status, set.status)) {
    api.updateStatus(STATEFUL_SETS, { ...set, status });
  }
  return !refused;
}

/** Keeps the numbered pods of each StatefulSet, all at once (`podManagementPolicy: Parallel`), and replaces those of an older template. */
export function statefulSetController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const refusals = new Map<string, number>();
    const queue = new Workqueue(
      clock,
      key => {
        const { namespace, name } = splitKey(key);
        const set = api.get(STATEFUL_SETS, namespace, name);
        if (!set || set.metadata.deletionTimestamp || reconcile(api, set)) {
          refusals.delete(key);
          return;
        }
        const times = refusals.get(key) ?? 0;
        refusals.set(key, times + 1);
        queue.enqueue(
          key,
          Math.min(FIRST_RETRY_MS * 2 ** times, LAST_RETRY_MS),
        );
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
