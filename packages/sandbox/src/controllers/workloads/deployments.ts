import { isDeepStrictEqual } from 'node:util';
import type { Clock, Controller, KubeObject, SandboxApi } from '../../types';
import { timestamp } from '../../clock/timestamps';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { hex, seededRandom } from '../random';
import { DEPLOYMENTS, REPLICA_SETS } from '../refs';
import { controllerReference } from './ownedPods';

const COMPONENT = 'deployment-controller';
const NOTICE_MS = 10;
const HASH = 'pod-template-hash';

/** The hash that sets the pods of one template apart from those of another. */
function templateHash(deployment: KubeObject): string {
  return hex(seededRandom(JSON.stringify(deployment.spec?.template)), 10);
}

function condition(
  deployment: KubeObject,
  now: number,
  type: string,
  holds: boolean,
  reason: string,
  message: string,
) {
  const status = holds ? 'True' : 'False';
  const before = (deployment.status?.conditions ?? []).find(
    (one: { type: string }) => one.type === type,
  );
  const changed = before?.status !== status;
  return {
    type,
    status,
    lastUpdateTime: changed ? timestamp(now) : before.lastUpdateTime,
    lastTransitionTime: changed ? timestamp(now) : before.lastTransitionTime,
    reason,
    message,
  };
}

function statusOf(deployment: KubeObject, set: KubeObject, now: number) {
  const wanted: number = deployment.spec?.replicas ?? 1;
  const { replicas = 0, readyReplicas = 0 } = set.status ?? {};
  const available = readyReplicas >= wanted;
  const count = (name: string, value: number) =>
    value > 0 ? { [name]: value } : {};
  return {
    observedGeneration: deployment.metadata.generation ?? 1,
    ...count('replicas', replicas),
    ...count('updatedReplicas', replicas),
    ...count('readyReplicas', readyReplicas),
    ...count('availableReplicas', readyReplicas),
    ...count('unavailableReplicas', Math.max(0, wanted - readyReplicas)),
    conditions: [
      condition(
        deployment,
        now,
        'Progressing',
        true,
        'NewReplicaSetAvailable',
        `ReplicaSet "${set.metadata.name}" has successfully progressed.`,
      ),
      condition(
        deployment,
        now,
        'Available',
        available,
        available ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
        available
          ? 'Deployment has minimum availability.'
          : 'Deployment does not have minimum availability.',
      ),
    ],
  };
}

function replicaSet(deployment: KubeObject, name: string, hash: string) {
  const { spec, metadata } = deployment;
  const labelled = (labels: object = {}) => ({ ...labels, [HASH]: hash });
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      labels: labelled(spec?.template?.metadata?.labels),
      annotations: { 'deployment.kubernetes.io/revision': '1' },
      ownerReferences: [controllerReference(deployment)],
      namespace: metadata.namespace,
    },
    spec: {
      replicas: spec?.replicas ?? 1,
      selector: { matchLabels: labelled(spec?.selector?.matchLabels) },
      template: {
        ...spec?.template,
        metadata: {
          ...spec?.template?.metadata,
          labels: labelled(spec?.template?.metadata?.labels),
        },
      },
    },
  };
}

function tellScaling(
  api: SandboxApi,
  deployment: KubeObject,
  set: string,
  from: number,
  to: number,
): void {
  const way = to > from ? 'up' : 'down';
  api.recordEvent({
    involved: deployment,
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: `Scaled ${way} replica set ${set} from ${from} to ${to}`,
    component: COMPONENT,
  });
}

/** One ReplicaSet for the template as it is, none for templates that were: there is no rolling update here. */
function reconcile(api: SandboxApi, clock: Clock, deployment: KubeObject) {
  const { name, namespace, uid } = deployment.metadata;
  const hash = templateHash(deployment);
  const setName = `${name}-${hash}`;
  const wanted: number = deployment.spec?.replicas ?? 1;
  for (const old of api.list(REPLICA_SETS, namespace)) {
    const owned = old.metadata.ownerReferences?.some(one => one.uid === uid);
    if (owned && old.metadata.name !== setName) {
      api.delete(REPLICA_SETS, namespace, old.metadata.name);
    }
  }
  let set = api.get(REPLICA_SETS, namespace, setName);
  if (!set) {
    set = api.create(
      REPLICA_SETS,
      namespace,
      replicaSet(deployment, setName, hash),
    );
    tellScaling(api, deployment, setName, 0, wanted);
  } else if (set.spec?.replicas !== wanted) {
    tellScaling(api, deployment, setName, set.spec?.replicas, wanted);
    const spec = { ...set.spec, replicas: wanted };
    set = api.update(REPLICA_SETS, { ...set, spec });
  }
  const status = statusOf(deployment, set, clock.now());
  if (isDeepStrictEqual(status, deployment.status)) return;
  api.updateStatus(DEPLOYMENTS, { ...deployment, status });
}

/** Turns Deployments into ReplicaSets and tells how many of their pods are ready. */
export function deploymentController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      key => {
        const { namespace, name } = splitKey(key);
        const deployment = api.get(DEPLOYMENTS, namespace, name);
        if (!deployment || deployment.metadata.deletionTimestamp) return;
        reconcile(api, clock, deployment);
      },
      options.onFault,
    );
    const unwatchDeployments = api.watch(DEPLOYMENTS, ({ type, object }) => {
      if (type !== 'DELETED') queue.enqueue(objectKey(object), NOTICE_MS);
    });
    const unwatchSets = api.watch(REPLICA_SETS, ({ object }) => {
      const [owner] = object.metadata.ownerReferences ?? [];
      if (owner?.kind !== 'Deployment') return;
      queue.enqueue(`${object.metadata.namespace}/${owner.name}`, NOTICE_MS);
    });
    return () => {
      unwatchDeployments();
      unwatchSets();
      queue.stop();
    };
  };
}
