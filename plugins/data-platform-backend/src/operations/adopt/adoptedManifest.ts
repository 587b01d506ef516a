import {
  KubernetesManifest,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';

/**
 * Labels by which tools find what is theirs, and which tell one run from another. A run that the portal starts must not
 * carry them: Argo CD would prune it, the operator count it as a run of its schedule, Airflow take it for its task.
 */
const FOREIGN_LABELS: readonly RegExp[] = [
  /^(?:sparkoperator\.k8s\.io|spark\.operator|workflows\.argoproj\.io|argocd\.argoproj\.io|pipelines?\.kubeflow\.org|helm\.sh|meta\.helm\.sh|kustomize\.toolkit\.fluxcd\.io|helm\.toolkit\.fluxcd\.io)\//,
  /^app\.kubernetes\.io\/(?:instance|managed-by|version)$/,
  /^pipeline\//,
  /^(?:dag_id|task_id|run_id|try_number|map_index|airflow_version|airflow_kpo_in_cluster|kubernetes_pod_operator|spark_kubernetes_operator|execution_date)$/,
  /^(?:backstage\.io|millrace\.dev)\//,
];

/**
 * The definition of a job, from a schedule or a run of it as it stands on the cluster: without what the server, the
 * operator and other tools wrote. Annotations stay behind: runs do not get those of their definition.
 *
 * @param name - of the manifest: runs of a schedule are found by the schedule's own
 */
export function adoptedManifest(
  live: KubernetesObject,
  name: string,
): KubernetesManifest {
  const { namespace } = live.metadata;
  const labels = Object.fromEntries(
    Object.entries(live.metadata.labels ?? {}).filter(
      ([key]) => !FOREIGN_LABELS.some(pattern => pattern.test(key)),
    ),
  );
  return {
    apiVersion: live.apiVersion ?? '',
    kind: live.kind ?? '',
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(Object.keys(labels).length > 0 && { labels }),
    },
    spec: structuredClone(live.spec) ?? {},
  };
}
