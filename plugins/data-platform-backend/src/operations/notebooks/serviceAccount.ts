import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { ClusterRefusal } from '../ClusterRefusal';
import { PlanContext } from '../definition';

/** What a Kubeflow profile gives every namespace of its own, with the rights that its components expect. */
const KUBEFLOW_ACCOUNT = 'default-editor';

/**
 * The service account that a Notebook runs as: Kubeflow's own where the namespace has it, else the namespace's default. A
 * Notebook whose account lacks is taken by the cluster and never gets a pod.
 */
export async function serviceAccount(
  { source, namespace }: { source: string; namespace: string },
  { writerFor, signal }: PlanContext,
): Promise<{ account?: string; findings: Finding[] }> {
  try {
    const found = await writerFor(source).read(
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        namespace,
        name: KUBEFLOW_ACCOUNT,
      },
      { identity: 'user', signal },
    );
    if (found) return { account: KUBEFLOW_ACCOUNT, findings: [] };
  } catch (error) {
    if (!(error instanceof ClusterRefusal)) throw error;
  }
  return {
    findings: [
      {
        level: 'info',
        message: `It runs as the default service account of namespace ${namespace}: there is no ${KUBEFLOW_ACCOUNT} that you may see, as a Kubeflow profile would have.`,
      },
    ],
  };
}
