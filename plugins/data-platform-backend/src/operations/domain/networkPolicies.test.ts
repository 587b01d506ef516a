import { networkPolicies } from './networkPolicies';

const policies = (notebookGateways: string[]) =>
  new Map(
    networkPolicies('sales', { egressPorts: [443], notebookGateways }).map(
      ({ metadata, spec }) => [metadata.name, spec as Record<string, unknown>],
    ),
  );

it('denies everything but names, addresses outside and Spark among itself', () => {
  expect([...policies([]).keys()]).toEqual([
    'default-deny',
    'spark-driver-and-executors',
    'dns',
    'api-server-and-object-store',
  ]);
});

it.each([
  ['notebooks-from-gateway', 'notebook-name'],
  ['workspaces-from-gateway', 'notebooks.kubeflow.org/workspace-name'],
])('lets the gateway, and it alone, reach notebook servers: %s', (id, key) => {
  expect(policies(['istio-system', 'kubeflow']).get(id)).toEqual({
    podSelector: { matchExpressions: [{ key, operator: 'Exists' }] },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          {
            namespaceSelector: {
              matchExpressions: [
                {
                  key: 'kubernetes.io/metadata.name',
                  operator: 'In',
                  values: ['istio-system', 'kubeflow'],
                },
              ],
            },
          },
        ],
      },
    ],
  });
});
