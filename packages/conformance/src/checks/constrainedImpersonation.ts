import {
  CheckGroup,
  code,
  contains,
  Context,
  eventually,
  Skip,
} from '../Check';
import { core, rbacCluster } from '../paths';

const GROUP = 'backstage:group:default/conformance-constrained';
const ADA = { user: 'backstage:user:default/ada', groups: [GROUP] };

/** A service account of its own, with a token; skips where none can be had. */
async function serviceAccount({ client, namespace }: Context, name: string) {
  await client.create(core(namespace, 'serviceaccounts'), {
    metadata: { name },
  });
  const answer = await client.create(
    core(namespace, `serviceaccounts/${name}/token`),
    { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} },
  );
  const token = answer.body?.status?.token;
  if (!token) {
    throw new Skip(`no token for a service account (${answer.status})`);
  }
  return token as string;
}

async function grant(
  { client, namespace, unique, cleanUp }: Context,
  account: string,
  rules: object[],
) {
  const name = unique('impersonation');
  cleanUp(rbacCluster(`clusterroles/${name}`));
  cleanUp(rbacCluster(`clusterrolebindings/${name}`));
  await client.create(rbacCluster('clusterroles'), {
    metadata: { name },
    rules,
  });
  await client.create(rbacCluster('clusterrolebindings'), {
    metadata: { name },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name,
    },
    subjects: [{ kind: 'ServiceAccount', name: account, namespace }],
  });
}

const identity = {
  apiGroups: ['authentication.k8s.io'],
  resources: ['users', 'groups'],
  verbs: ['impersonate:user-info'],
};
const action = {
  apiGroups: [''],
  resources: ['configmaps'],
  verbs: ['impersonate-on:user-info:list'],
};

export const constrainedImpersonation: CheckGroup = {
  area: 'Constrained impersonation',
  checks: [
    {
      title:
        'impersonate:user-info with impersonate-on:user-info:VERB is enough, and no more than that',
      async run(context) {
        const { client, namespace } = context;
        const token = await serviceAccount(context, 'constrained');
        const list = (resource: string, groups = ADA.groups) =>
          client.get(core(namespace, resource), {
            token,
            as: { ...ADA, groups },
          });
        const before = await list('configmaps');
        code(before, 403, 'without rights');
        if (!before.body.message.includes('impersonate-on:user-info:list')) {
          throw new Skip(
            'the server has no constrained impersonation (Kubernetes 1.36, or the gate of 1.35)',
          );
        }
        await grant(context, 'constrained', [identity, action]);
        await eventually(async () => {
          const answer = await list('configmaps');
          code(answer, 403, 'the rights of the impersonated person count');
          contains(
            answer.body.message,
            `User "${ADA.user}" cannot list resource "configmaps"`,
            'message',
          );
        });
        const secrets = await list('secrets');
        code(secrets, 403, 'another kind');
        contains(
          secrets.body.message,
          'cannot impersonate-on:user-info:list resource "secrets"',
          'message',
        );
        const masters = await list('configmaps', ['system:masters']);
        code(masters, 403, 'system:masters');
        contains(
          masters.body.message,
          'impersonating the system:masters group is not allowed',
          'message',
        );
      },
    },
  ],
};
