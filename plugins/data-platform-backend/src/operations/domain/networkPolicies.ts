import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { domainMetadata } from './domainMetadata';

export interface NetworkPolicyOptions {
  /** TCP ports that pods may reach outside. */
  egressPorts: readonly number[];
  /**
   * Namespaces whose pods may reach the notebook servers: the gateway that people come through, and the controllers, which
   * ask the servers for their last activity.
   */
  notebookGateways: readonly string[];
}

/** Nothing may talk to anything, but for what Spark and notebook servers need. */
export function networkPolicies(
  name: string,
  { egressPorts, notebookGateways }: NetworkPolicyOptions,
): KubernetesManifest[] {
  const spark = {
    matchExpressions: [
      { key: 'spark-role', operator: 'In', values: ['driver', 'executor'] },
    ],
  };
  const gateways = {
    matchExpressions: [
      {
        key: 'kubernetes.io/metadata.name',
        operator: 'In',
        values: [...notebookGateways],
      },
    ],
  };
  const policy = (id: string, spec: Record<string, unknown>) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: domainMetadata(id, name),
    spec,
  });
  const reached = (id: string, label: string) =>
    policy(id, {
      podSelector: { matchExpressions: [{ key: label, operator: 'Exists' }] },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ namespaceSelector: gateways }] }],
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
    ...(notebookGateways.length > 0
      ? [
          reached('notebooks-from-gateway', 'notebook-name'),
          reached(
            'workspaces-from-gateway',
            'notebooks.kubeflow.org/workspace-name',
          ),
        ]
      : []),
  ];
}
