import type { KubeObject, SandboxApi } from '../../types';
import { NAMESPACES, PODS } from '../refs';
import { isReady } from '../workloads/ownedPods';

/** The namespace that both Spark operators are installed in. */
export const OPERATOR_NAMESPACE = 'spark-operator';

/** How an operator stands in its cluster. */
export interface OperatorInstall {
  namespace: string;
  deployment: string;
  /** By which its pods are found. */
  podLabels: Record<string, string>;
  /** Renewed by its leader; absent where it elects none. */
  lease?: OperatorLease;
}

export interface OperatorLease {
  name: string;
  durationSeconds: number;
  renewMs: number;
}

/** As the chart of kubeflow/spark-operator 2.5 installs it under the release name `spark-operator`. */
export const KUBEFLOW_OPERATOR: OperatorInstall = {
  namespace: OPERATOR_NAMESPACE,
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
  namespace: OPERATOR_NAMESPACE,
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

/** As Kubeflow's manifests install the controller of Notebooks. */
export const NOTEBOOK_CONTROLLER: OperatorInstall = {
  namespace: 'kubeflow',
  deployment: 'notebook-controller-deployment',
  podLabels: { app: 'notebook-controller' },
};

/** The same of Notebooks 2.0 (beta), for Workspaces and their kinds. */
export const WORKSPACES_CONTROLLER: OperatorInstall = {
  namespace: 'kubeflow-workspaces',
  deployment: 'workspaces-controller',
  podLabels: { 'app.kubernetes.io/name': 'workspaces-controller' },
};

/** Whether this cluster has the operator as a workload of its own; elsewhere it runs unseen. */
export function isInstalled(
  api: SandboxApi,
  { namespace }: OperatorInstall,
): boolean {
  return api.get(NAMESPACES, undefined, namespace) !== undefined;
}

/** The pod that an operator runs in now. */
export function runningPod(
  api: SandboxApi,
  install: OperatorInstall,
): KubeObject | undefined {
  return api
    .list(PODS, install.namespace, install.podLabels)
    .find(pod => !pod.metadata.deletionTimestamp && isReady(pod));
}
