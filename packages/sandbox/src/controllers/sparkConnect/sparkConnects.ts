import { isDeepStrictEqual } from 'node:util';
import type { Clock, Controller, KubeObject, SandboxApi } from '../../types';
import { timestamp } from '../../clock/timestamps';
import { watchesObject, type ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { podStatus } from '../pods/PodStatus';
import { PODS, SERVICES, SPARK_CONNECTS } from '../refs';
import { isReady } from '../workloads/ownedPods';
import { serverPod, serverService, serviceName } from './serverResources';
import { LABEL_CONNECT_NAME, type SparkConnect } from './SparkConnect';

const NOTICE_MS = 10;

type Status = NonNullable<SparkConnect['status']>;

function readyCondition(
  old: Status,
  ready: boolean,
  now: number,
  pod: KubeObject,
) {
  const status = ready ? 'True' : 'False';
  const before = old.conditions?.find(({ type }) => type === 'ServerPodReady');
  return {
    type: 'ServerPodReady',
    status,
    reason: ready ? 'ServerPodReady' : 'ServerPodNotReady',
    message: ready
      ? 'Server pod is ready'
      : `Server pod is not ready: ${podStatus(pod).message ?? ''}`,
    lastTransitionTime:
      before?.status === status ? before.lastTransitionTime : timestamp(now),
  };
}

function executorCounts(api: SandboxApi, connect: SparkConnect) {
  const counts: Record<string, number> = {};
  const executors = api.list(PODS, connect.metadata.namespace, {
    [LABEL_CONNECT_NAME]: connect.metadata.name,
    'spark-role': 'executor',
  });
  for (const pod of executors) {
    const phase = podStatus(pod).phase.toLowerCase();
    counts[phase] = (counts[phase] ?? 0) + 1;
  }
  return counts;
}

/**
 * One look at a server: its pod and service are made where they are missing, and what they are is written down
 * (internal/controller/sparkconnect/reconciler.go, 2.5). A pod that is refused leaves no trace but the empty status.
 *
 * @throws StatusError when the API server refuses the pod or the service; the queue tries again
 */
function reconcile(api: SandboxApi, clock: Clock, connect: SparkConnect): void {
  const { name, namespace } = connect.metadata;
  const now = clock.now();
  const old: Status = connect.status ?? {};
  const pod =
    api.get(PODS, namespace, `${name}-server`) ??
    api.create(PODS, namespace, serverPod(connect));
  if (!api.get(SERVICES, namespace, serviceName(connect))) {
    api.create(SERVICES, namespace, serverService(connect));
  }
  const ready = isReady(pod);
  const { podIP } = podStatus(pod);
  const executors = executorCounts(api, connect);
  const { executors: _, ...rest } = old;
  const status: Status = {
    ...rest,
    startTime: old.startTime ?? timestamp(now),
    conditions: [readyCondition(old, ready, now, pod)],
    state: ready ? 'Ready' : 'NotReady',
    server: {
      podName: pod.metadata.name,
      ...(podIP ? { podIp: podIP } : {}),
      serviceName: serviceName(connect),
    },
    ...(Object.keys(executors).length > 0 ? { executors } : {}),
  };
  if (isDeepStrictEqual(status, old)) return;
  api.updateStatus(SPARK_CONNECTS, {
    ...connect,
    status: { ...status, lastUpdateTime: timestamp(now) },
  });
}

/** Kubeflow's operator for SparkConnect servers: watches them and their pods. */
export function sparkConnectController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const queue = new Workqueue(clock, key => {
      const { namespace, name } = splitKey(key);
      const connect = api.get(SPARK_CONNECTS, namespace, name);
      if (!connect || connect.metadata.deletionTimestamp) return;
      reconcile(api, clock, connect as SparkConnect);
    });
    const unwatch = api.watch(SPARK_CONNECTS, ({ type, object }) => {
      if (type === 'DELETED' || !watchesObject(options, api, object)) return;
      queue.enqueue(objectKey(object), NOTICE_MS);
    });
    const unwatchPods = api.watch(PODS, ({ object }) => {
      const connect = object.metadata.labels?.[LABEL_CONNECT_NAME];
      if (!connect || !watchesObject(options, api, object)) return;
      queue.enqueue(`${object.metadata.namespace}/${connect}`, NOTICE_MS);
    });
    return () => {
      unwatch();
      unwatchPods();
      queue.stop();
    };
  };
}
