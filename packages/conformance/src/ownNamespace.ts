import { code, Context, eventually, same } from './Check';
import { core, rbac } from './paths';

/** A namespace of its own: what is set up in it would hinder the other checks. */
export async function ownNamespace(
  { client, unique, cleanUp }: Context,
  base: string,
  labels: Record<string, string> = {},
): Promise<string> {
  const name = unique(base);
  cleanUp(`/api/v1/namespaces/${name}`);
  await client.create('/api/v1/namespaces', { metadata: { name, labels } });
  await eventually(async () =>
    code(
      await client.get(core(name, 'serviceaccounts/default')),
      200,
      'service account default',
    ),
  );
  return name;
}

/** A quota, once the server enforces it. */
export async function quota(
  { client }: Context,
  namespace: string,
  hard: Record<string, string>,
): Promise<void> {
  await client.create(core(namespace, 'resourcequotas'), {
    metadata: { name: 'domain' },
    spec: { hard },
  });
  await eventually(async () => {
    const answer = await client.get(core(namespace, 'resourcequotas/domain'));
    same(answer.body.status?.hard, hard, 'status.hard');
  });
}

/** The service account `spark` of a namespace, with what a driver needs to make its executors. */
export async function sparkAccount(
  { client }: Context,
  namespace: string,
): Promise<void> {
  const role = { metadata: { name: 'spark-driver' } };
  const objects: [path: string, body: object][] = [
    [
      rbac(namespace, 'roles'),
      {
        ...role,
        rules: [
          {
            apiGroups: [''],
            resources: [
              'pods',
              'services',
              'configmaps',
              'persistentvolumeclaims',
            ],
            verbs: ['*'],
          },
        ],
      },
    ],
    [
      rbac(namespace, 'rolebindings'),
      {
        ...role,
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Role',
          name: 'spark-driver',
        },
        subjects: [{ kind: 'ServiceAccount', name: 'spark', namespace }],
      },
    ],
    [core(namespace, 'serviceaccounts'), { metadata: { name: 'spark' } }],
  ];
  for (const [path, body] of objects) {
    const made = await client.create(path, body);
    // Checks that run at once share them: none goes on before all are there.
    if (made.status !== 409) code(made, 201, path);
  }
}
