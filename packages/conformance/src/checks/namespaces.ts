import { CheckGroup, code, contains, eventually, holds, same } from '../Check';
import { configMap } from '../manifests';
import { core, policies, rbac } from '../paths';

const NAMESPACES = '/api/v1/namespaces';
const body = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});

/** What the portal puts into the namespace of a domain, by where it goes. */
const contentOf = (namespace: string): [path: string, body: object][] => {
  const metadata = { name: 'domain' };
  return [
    [
      core(namespace, 'resourcequotas'),
      { metadata, spec: { hard: { pods: '10' } } },
    ],
    [
      core(namespace, 'limitranges'),
      {
        metadata,
        spec: {
          limits: [{ type: 'Container', defaultRequest: { cpu: '100m' } }],
        },
      },
    ],
    [
      policies(namespace),
      { metadata, spec: { podSelector: {}, policyTypes: ['Ingress'] } },
    ],
    [core(namespace, 'serviceaccounts'), { metadata: { name: 'spark' } }],
    [
      rbac(namespace, 'rolebindings'),
      {
        metadata: { name: 'members' },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name: 'view',
        },
        subjects: [
          {
            apiGroup: 'rbac.authorization.k8s.io',
            kind: 'Group',
            name: 'backstage:group:default/conformance',
          },
        ],
      },
    ],
  ];
};

export const namespaces: CheckGroup = {
  area: 'Namespaces',
  checks: [
    {
      title:
        'a new namespace gets the service account `default` and kube-root-ca.crt',
      async run({ client, namespace }) {
        await eventually(async () => {
          code(
            await client.get(core(namespace, 'serviceaccounts/default')),
            200,
            'service account default',
          );
          code(
            await client.get(core(namespace, 'configmaps/kube-root-ca.crt')),
            200,
            'config map kube-root-ca.crt',
          );
        });
      },
    },
    {
      title:
        'a name that is taken is 409, a bad one 422, a dry run makes nothing',
      async run({ client, namespace, unique }) {
        const taken = await client.create(NAMESPACES, body(namespace));
        code(taken, 409, 'a name that is taken');
        same(taken.body.reason, 'AlreadyExists', 'reason');
        const bad = await client.create(NAMESPACES, body('Sales_EU'));
        code(bad, 422, 'a bad name');
        contains(
          bad.body.message,
          'Namespace "Sales_EU" is invalid: metadata.name: Invalid value: "Sales_EU": a lowercase RFC 1123 label',
          'a bad name',
        );
        const name = unique('dry');
        const dry = await client.create(`${NAMESPACES}?dryRun=All`, body(name));
        code(dry, 201, 'dry run');
        code(await client.get(`${NAMESPACES}/${name}`), 404, 'after a dry run');
        const inside = await client.create(
          `${core(name, 'configmaps')}?dryRun=All`,
          configMap('a'),
        );
        code(inside, 404, 'a dry run inside of what only dry-ran');
        same(inside.body.message, `namespaces "${name}" not found`, 'message');
      },
    },
    {
      title:
        'a namespace takes all that a domain has as soon as it is made: as a dry run, and for real',
      async run({ client, unique, cleanUp }) {
        const name = unique('domain');
        cleanUp(`${NAMESPACES}/${name}`);
        code(await client.create(NAMESPACES, body(name)), 201, 'create');
        for (const [path, object] of contentOf(name)) {
          const dry = await client.create(`${path}?dryRun=All`, object);
          code(dry, 201, `dry run of ${path}`);
        }
        for (const [path, object] of contentOf(name)) {
          code(await client.create(path, object), 201, path);
        }
      },
    },
    {
      title:
        'a deleted namespace is Terminating, refuses new content, and ends',
      async run({ client, unique, cleanUp }) {
        const name = unique('ending');
        cleanUp(`${NAMESPACES}/${name}`);
        code(await client.create(NAMESPACES, body(name)), 201, 'create');
        const held = configMap(
          'held',
          {},
          { finalizers: ['millrace.dev/hold'] },
        );
        code(await client.create(core(name, 'configmaps'), held), 201, 'held');
        const deleted = await client.delete(`${NAMESPACES}/${name}`);
        code(deleted, 200, 'delete');
        same(deleted.body.status?.phase, 'Terminating', 'phase');
        const late = await client.create(
          core(name, 'configmaps'),
          configMap('b'),
        );
        code(late, 403, 'create inside');
        same(
          late.body.details?.causes?.[0]?.reason,
          'NamespaceTerminating',
          'cause',
        );
        const again = await client.create(NAMESPACES, body(name));
        code(again, 409, 'create of the same name');
        contains(again.body.message, 'object is being deleted', 'message');
        await client.mergePatch(core(name, 'configmaps/held'), {
          metadata: { finalizers: null },
        });
        await eventually(
          async () =>
            code(await client.get(`${NAMESPACES}/${name}`), 404, 'the end'),
          60_000,
        );
      },
    },
    {
      title: 'an absent namespace lists as empty; `default` cannot be deleted',
      async run({ client, unique }) {
        const list = await client.get(core(unique('never'), 'configmaps'));
        code(list, 200, 'list');
        same(list.body.items, [], 'items');
        holds(list.body.metadata.resourceVersion, 'a version');
        // As a dry run: a server without this rule must not lose its namespace.
        const refused = await client.delete(`${NAMESPACES}/default?dryRun=All`);
        code(refused, 403, 'delete of default');
      },
    },
  ],
};
