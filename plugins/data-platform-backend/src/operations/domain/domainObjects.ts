import {
  LABEL_DOMAIN,
  LABEL_MANAGED_BY,
  LABEL_ROLE,
  QuotaPreset,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';

export interface DomainObjectsOptions {
  /** Of the domain and of its namespace. */
  name: string;
  preset: QuotaPreset;
  /** Catalog groups, as entity refs. */
  roles: Record<DomainRole, readonly string[]>;
  /** Before a group's entity ref, as impersonation sends it. */
  groupPrefix: string;
  egressPorts: readonly number[];
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
      metadata: metadata('domain', name),
      spec: { hard: { ...options.preset.hard } },
    },
    limitRange(name),
    ...networkPolicies(name, options.egressPorts),
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: metadata(SPARK_ACCOUNT, name),
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
    metadata: metadata('defaults', name),
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

/** Nothing may talk to anything, but for what Spark needs. */
function networkPolicies(
  name: string,
  egressPorts: readonly number[],
): KubernetesManifest[] {
  const spark = {
    matchExpressions: [
      { key: 'spark-role', operator: 'In', values: ['driver', 'executor'] },
    ],
  };
  const policy = (id: string, spec: Record<string, unknown>) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata(id, name),
    spec,
  });
  return [
    policy('default-deny', {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    }),
    policy('spark-driver-and-executors', {
      podSelector: spark,
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: spark }] }],
      egress: [{ to: [{ podSelector: spark }] }],
    }),
    policy('dns', {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [
        {
          ports: [
            { protocol: 'UDP', port: 53 },
            { protocol: 'TCP', port: 53 },
          ],
        },
      ],
    }),
    policy('api-server-and-object-store', {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{ ports: egressPorts.map(port => ({ protocol: 'TCP', port })) }],
    }),
  ];
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
    metadata: metadata(name, domain, labels),
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: role,
    },
    subjects,
  };
}

function metadata(
  name: string,
  domain: string,
  labels: Record<string, string> = {},
) {
  return {
    name,
    namespace: domain,
    labels: { [LABEL_MANAGED_BY]: 'millrace', ...labels },
  };
}
