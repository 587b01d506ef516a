import type { KubeObject, SandboxApi } from '../../types';
import { NAMESPACES, PODS } from '../refs';
import { isReady } from '../workloads/ownedPods';

/** The namespace that both operators are installed in. */
export const OPERATOR_NAMESPACE = 'spark-operator';

/** How an operator stands in its cluster. */
export interface OperatorInstall {
  deployment: string;
  /** By which its pods are found. */
  podLabels: Record<string, string>;
  lease: { name: string; durationSeconds: number; renewMs: number };
}

/** As the chart of kubeflow/spark-operator 2.5 installs it under the release name `spark-operator`. */
export const KUBEFLOW_OPERATOR: OperatorInstall = {
  deployment: 'spark-operator-controller',
  podLabels: {
    'app.kubernetes.io/name': 'spark-operator',
    'app.kubernetes.io/component': 'controller',
  },
  lease: {
    name: 'spark-operator-controller-lock',
    durationSeconds: 15,
    renewMs: 5_000,
  },
};

/** As the chart of apache/spark-kubernetes-operator 1.0 installs it, with leader election switched on. */
export const APACHE_OPERATOR: OperatorInstall = {
  deployment: 'spark-kubernetes-operator',
  podLabels: {
    'app.kubernetes.io/name': 'spark-kubernetes-operator',
    'app.kubernetes.io/component': 'operator-deployment',
  },
  lease: {
    name: 'spark-operator-lease',
    durationSeconds: 180,
    renewMs: 30_000,
  },
};

/** Whether this cluster has operators of its own; elsewhere they run unseen. */
export function isInstalled(api: SandboxApi): boolean {
  return api.get(NAMESPACES, undefined, OPERATOR_NAMESPACE) !== undefined;
}

/** The pod that an operator runs in now. */
export function runningPod(
  api: SandboxApi,
  install: OperatorInstall,
): KubeObject | undefined {
  return api
    .list(PODS, OPERATOR_NAMESPACE, install.podLabels)
    .find(pod => !pod.metadata.deletionTimestamp && isReady(pod));
}
