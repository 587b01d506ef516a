import {
  LABEL_DOMAIN,
  LABEL_MANAGED_BY,
  LABEL_ROLE,
  QuotaPreset,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { domainMetadata } from './domainMetadata';
import { networkPolicies } from './networkPolicies';

export interface DomainObjectsOptions {
  /** Of the domain and of its namespace. */
  name: string;
  preset: QuotaPreset;
  /** Catalog groups, as entity refs. */
  roles: Record<DomainRole, readonly string[]>;
  /** Before a group's entity ref, as impersonation sends it. */
  groupPrefix: string;
  egressPorts: readonly number[];
  /** Namespaces whose pods may reach the notebook servers. */
  notebookGateways: readonly string[];
}

export type DomainRole = 'owner' | 'member' | 'viewer';

/** Service account that Spark drivers run as. */
export const SPARK_ACCOUNT = 'spark';
/** Closed ClusterRole of a driver; see examples/rbac. */
const SPARK_ROLE = 'spark-driver';

/** What a domain consists of on its cluster, in the order in which it is made: guardrails before rights. */
export function domainObjects(
  options: DomainObjectsOptions,
): KubernetesManifest[] {
  const { name } = options;
  return [
    namespace(name),
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: domainMetadata('domain', name),
      spec: { hard: { ...options.preset.hard } },
    },
    limitRange(name),
    ...networkPolicies(name, options),
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: domainMetadata(SPARK_ACCOUNT, name),
    },
    binding(name, 'spark-driver', SPARK_ROLE, [
      { kind: 'ServiceAccount', name: SPARK_ACCOUNT, namespace: name },
    ]),
    ...roleBindings(options),
  ];
}

function namespace(name: string): KubernetesManifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        [LABEL_MANAGED_BY]: 'millrace',
        [LABEL_DOMAIN]: `default.${name}`,
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    },
  };
}

/** Defaults for pods that ask for nothing. No default CPU limit: Spark asks for whole cores and would exceed it. */
function limitRange(name: string): KubernetesManifest {
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: domainMetadata('defaults', name),
    spec: {
      limits: [
        {
          type: 'Container',
          defaultRequest: { cpu: '250m', memory: '512Mi' },
          default: { memory: '1Gi' },
        },
      ],
    },
  };
}

function roleBindings(options: DomainObjectsOptions): KubernetesManifest[] {
  const roles: readonly DomainRole[] = ['owner', 'member', 'viewer'];
  return roles
    .filter(role => options.roles[role].length > 0)
    .map(role =>
      binding(
        options.name,
        `millrace-${role}`,
        `millrace-${role}`,
        options.roles[role].map(group => ({
          kind: 'Group',
          apiGroup: 'rbac.authorization.k8s.io',
          name: `${options.groupPrefix}${group}`,
        })),
        { [LABEL_ROLE]: role },
      ),
    );
}

function binding(
  domain: string,
  name: string,
  role: string,
  subjects: Record<string, string>[],
  labels: Record<string, string> = {},
): KubernetesManifest {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: domainMetadata(name, domain, labels),
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: role,
    },
    subjects,
  };
}
