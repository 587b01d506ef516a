import {
  CheckGroup,
  code,
  contains,
  Context,
  eventually,
  same,
  Skip,
} from '../Check';
import { core, rbac, rbacCluster } from '../paths';
import { ownNamespace } from '../ownNamespace';

const NAMESPACES = '/api/v1/namespaces';
/** Who makes domains, as examples/rbac names it. */
const BOOTSTRAP = {
  user: 'system:serviceaccount:millrace:bootstrap',
  groups: ['system:serviceaccounts', 'system:serviceaccounts:millrace'],
};
const GROUP = 'backstage:group:default/conformance-policies';
const ADA = { user: 'backstage:user:default/ada', groups: [GROUP] };
const OURS = {
  'millrace.dev/managed-by': 'millrace',
  'pod-security.kubernetes.io/enforce': 'baseline',
};

const namespaceOf = (name: string, labels: Record<string, string> = OURS) => ({
  metadata: { name, labels },
});

/** Tries as the bootstrap identity; skips where it may not even make a namespace as it should. */
async function asBootstrap({ client, unique }: Context) {
  const create = (path: string, object: object) =>
    client.create(`${path}?dryRun=All`, object, { as: BOOTSTRAP });
  const allowed = await create(NAMESPACES, namespaceOf(unique('made')));
  if (allowed.status !== 201) {
    throw new Skip(
      `examples/rbac is not applied here: ${allowed.body?.message}`,
    );
  }
  return create;
}

/** 422 in the words of a policy, which people read as they are. */
function denied(
  answer: { status: number; body: any },
  words: string,
  what: string,
): void {
  if (answer.status === 201) {
    throw new Skip(
      `${what}: examples/rbac/admission-policies.yaml is not applied here`,
    );
  }
  code(answer, 422, what);
  same(answer.body.reason, 'Invalid', `${what}: reason`);
  contains(
    answer.body.details.causes[0].message,
    `denied request: ${words}`,
    what,
  );
}

export const portalPolicies: CheckGroup = {
  area: 'Policies of the portal',
  checks: [
    {
      title:
        'who makes domains does so in namespaces of the portal alone, and binds nobody else there',
      async run(context) {
        const create = await asBootstrap(context);
        const foreign = await ownNamespace(context, 'foreign');
        const account = { metadata: { name: 'hr' } };
        denied(
          await create(core(foreign, 'serviceaccounts'), account),
          "the portal's bootstrap identity works in namespaces labelled",
          'a foreign namespace',
        );
        denied(
          await create(NAMESPACES, namespaceOf('kube-millrace')),
          'this name is reserved',
          'a reserved name',
        );
        const lax = { 'millrace.dev/managed-by': 'millrace' };
        denied(
          await create(NAMESPACES, namespaceOf(context.unique('lax'), lax)),
          "a domain's namespace enforces the Pod Security level",
          'no Pod Security level',
        );
        const own = await ownNamespace(context, 'managed', OURS);
        denied(
          await create(rbac(own, 'rolebindings'), {
            metadata: { name: 'everybody' },
            roleRef: {
              apiGroup: 'rbac.authorization.k8s.io',
              kind: 'ClusterRole',
              name: 'millrace-member',
            },
            subjects: [
              {
                apiGroup: 'rbac.authorization.k8s.io',
                kind: 'Group',
                name: 'system:authenticated',
              },
            ],
          }),
          "roles are bound to the portal's groups and users",
          'a binding for everybody',
        );
      },
    },
    {
      title: 'nobody else sets a label of the portal on a namespace',
      async run(context) {
        const { client, unique, cleanUp } = context;
        await asBootstrap(context);
        const name = unique('labels');
        cleanUp(rbacCluster(`clusterroles/${name}`));
        cleanUp(rbacCluster(`clusterrolebindings/${name}`));
        await client.create(rbacCluster('clusterroles'), {
          metadata: { name },
          rules: [
            { apiGroups: [''], resources: ['namespaces'], verbs: ['create'] },
          ],
        });
        await client.create(rbacCluster('clusterrolebindings'), {
          metadata: { name },
          roleRef: {
            apiGroup: 'rbac.authorization.k8s.io',
            kind: 'ClusterRole',
            name,
          },
          subjects: [
            {
              apiGroup: 'rbac.authorization.k8s.io',
              kind: 'Group',
              name: GROUP,
            },
          ],
        });
        const create = (labels: Record<string, string>) =>
          client.create(
            `${NAMESPACES}?dryRun=All`,
            namespaceOf(unique('taken'), labels),
            { as: ADA },
          );
        await eventually(async () => code(await create({}), 201, 'plain'));
        denied(
          await create(OURS),
          'labels millrace.dev/* on namespaces are set by the portal',
          'a label of the portal',
        );
      },
    },
  ],
};
