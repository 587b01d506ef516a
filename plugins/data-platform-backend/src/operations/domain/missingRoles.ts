import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { PlanContext } from '../definition';

/**
 * ClusterRoles that a domain's role bindings name and that the cluster does not have. A binding to a role that is not
 * there is accepted by the server and gives no right: everything after it would be refused, for no reason that a person
 * could see. Where roles may not be read nothing is said.
 */
export async function missingRoles(
  objects: readonly KubernetesManifest[],
  source: string,
  context: PlanContext,
): Promise<Finding[]> {
  const names = new Set(objects.flatMap(roleOf));
  const missing: string[] = [];
  for (const name of names) {
    const found = await context
      .writerFor(source)
      .read(
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRole',
          name,
        },
        { identity: 'bootstrap', signal: context.signal },
      )
      // Not allowed, or no answer: the dry run of the namespace tells the latter.
      .catch(() => 'unknown' as const);
    if (!found) {
      missing.push(name);
    }
  }
  return missing.length === 0
    ? []
    : [
        {
          level: 'error',
          field: 'cluster',
          message: `Cluster ${source} lacks ${
            missing.length === 1 ? 'the ClusterRole' : 'the ClusterRoles'
          } ${missing.join(', ')}: nobody could work in the domain.`,
          remedy: 'Ask the platform team to apply examples/rbac/roles.yaml.',
        },
      ];
}

function roleOf({ kind, roleRef }: KubernetesManifest): string[] {
  return kind === 'RoleBinding' ? [(roleRef as { name: string }).name] : [];
}
