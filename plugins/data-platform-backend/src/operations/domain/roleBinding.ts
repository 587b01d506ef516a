import { createHash } from 'node:crypto';
import {
  LABEL_MANAGED_BY,
  LABEL_ROLE,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { DomainRole } from './domainObjects';

/** A subject of a role binding, as the cluster has it. */
export type Subject = Record<string, unknown> & { kind: string; name: string };

/** A binding of one of the closed roles, marked so that the portal sees it. */
export function roleBinding(options: {
  name: string;
  namespace: string;
  role: DomainRole;
  subjects: readonly Subject[];
}): KubernetesManifest {
  const { name, namespace, role, subjects } = options;
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: {
      name,
      namespace,
      labels: { [LABEL_MANAGED_BY]: 'millrace', [LABEL_ROLE]: role },
    },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: `millrace-${role}`,
    },
    subjects: subjects.map(subject => ({ ...subject })),
  };
}

/** A group of the catalog, as impersonation sends it. */
export function groupSubject(prefix: string, groupRef: string): Subject {
  return {
    kind: 'Group',
    apiGroup: 'rbac.authorization.k8s.io',
    name: `${prefix}${groupRef}`,
  };
}

/** Name of the binding of one group: readable, and another for each group and role. */
export function bindingName(role: DomainRole, what: string): string {
  const slug = what
    .replace(/^.*\//, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replace(/^-|-$/g, '');
  const hash = createHash('sha256').update(what).digest('hex').slice(0, 6);
  return `millrace-${role}-${slug}-${hash}`;
}
