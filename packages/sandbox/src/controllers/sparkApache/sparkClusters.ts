import type { Clock, Controller, SandboxApi } from '../../types';
import { StatusError } from '../../types';
import { watchesObject, type ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { SPARK_CLUSTERS } from '../refs';
import { clusterResources } from './clusterResources';
import type {
  ClusterStateSummary,
  ClusterStatus,
  SparkCluster,
} from './SparkCluster';
import { MESSAGES } from './stateMessages';

/** Holds a deleted cluster until the operator has let it go. */
export const CLUSTER_FINALIZER = 'sparkclusters.spark.apache.org/finalizer';

const NOTICE_MS = 10;

function withState(
  status: ClusterStatus | undefined,
  now: number,
  currentStateSummary: ClusterStateSummary,
  message: string,
): ClusterStatus {
  const currentState = {
    currentStateSummary,
    lastTransitionTime: new Date(now).toISOString(),
    message,
  };
  const history = status?.stateTransitionHistory ?? {};
  return {
    currentAttemptSummary: { attemptInfo: { id: 0, restartCounter: 0 } },
    ...status,
    currentState,
    stateTransitionHistory: {
      ...history,
      [String(Object.keys(history).length)]: currentState,
    },
  };
}

/** Makes what is missing of a cluster's services and sets. @throws StatusError when the API server refuses one */
function provide(api: SandboxApi, cluster: SparkCluster): void {
  const { namespace } = cluster.metadata;
  for (const { ref, object } of clusterResources(cluster)) {
    if (!api.get(ref, namespace, object.metadata.name)) {
      api.create(ref, namespace, object);
    }
  }
}

/**
 * One step of a cluster. It counts as running when its sets are made: the operator never looks at their pods
 * (SparkClusterReconciler.java, 1.0.0).
 */
function reconcile(api: SandboxApi, clock: Clock, cluster: SparkCluster): void {
  const now = clock.now();
  const { metadata, status } = cluster;
  const finalizers = metadata.finalizers ?? [];
  const write = (state: ClusterStateSummary, message: string) =>
    api.updateStatus(SPARK_CLUSTERS, {
      ...cluster,
      status: withState(status, now, state, message),
    });
  const finalize = (names: readonly string[]) =>
    api.update(SPARK_CLUSTERS, {
      ...cluster,
      metadata: { ...metadata, finalizers: [...names] },
    });
  const state = status?.currentState?.currentStateSummary;
  if (metadata.deletionTimestamp) {
    if (!finalizers.includes(CLUSTER_FINALIZER)) return;
    if (state && state !== 'ResourceReleased') {
      write('ResourceReleased', MESSAGES.cancelled);
      return;
    }
    finalize(finalizers.filter(name => name !== CLUSTER_FINALIZER));
    return;
  }
  if (!finalizers.includes(CLUSTER_FINALIZER)) {
    finalize([...finalizers, CLUSTER_FINALIZER]);
    return;
  }
  if (!state) {
    write('Submitted', MESSAGES.clusterSubmitted);
    return;
  }
  if (state !== 'Submitted') return;
  try {
    provide(api, cluster);
    write('RunningHealthy', MESSAGES.clusterReady);
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    write(
      'SchedulingFailure',
      `${MESSAGES.clusterScheduleFailure} StackTrace: ${error.message}`,
    );
  }
}

/** The Apache operator for SparkClusters: a master and its workers, as two StatefulSets. */
export function sparkClusterController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      key => {
        const { namespace, name } = splitKey(key);
        const cluster = api.get(SPARK_CLUSTERS, namespace, name);
        if (cluster) reconcile(api, clock, cluster as SparkCluster);
      },
      options.onFault,
    );
    const unwatch = api.watch(SPARK_CLUSTERS, ({ type, object }) => {
      if (type === 'DELETED' || !watchesObject(options, api, object)) return;
      queue.enqueue(objectKey(object), NOTICE_MS);
    });
    return () => {
      unwatch();
      queue.stop();
    };
  };
}
