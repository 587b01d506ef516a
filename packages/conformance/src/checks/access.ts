import {
  CheckGroup,
  code,
  contains,
  Context,
  eventually,
  same,
  Skip,
} from '../Check';
import { ownNamespace } from '../ownNamespace';
import { ACCESS_REVIEWS, core, rbac, rbacCluster } from '../paths';

const GROUP = 'backstage:group:default/conformance';
const ADA = { user: 'backstage:user:default/ada', groups: [GROUP] };

/** Skips where the caller may not act as others. */
async function needImpersonation({ client, namespace }: Context) {
  const answer = await client.get(core(namespace, 'configmaps?limit=1'), {
    as: ADA,
  });
  if (/cannot impersonate/.test(answer.body?.message ?? '')) {
    throw new Skip('the caller may not impersonate users and groups');
  }
}

const binding = (name: string, role: string, kind = 'Role') => ({
  metadata: { name },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: role },
  subjects: [
    { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: GROUP },
  ],
});

const review = (namespace: string, resource: string, verb: string) => ({
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectAccessReview',
  spec: { resourceAttributes: { namespace, resource, verb } },
});

export const access: CheckGroup = {
  area: 'Access',
  checks: [
    {
      title:
        'no right is 403 in fixed words, before 404 and for absent kinds too',
      async run(context) {
        await needImpersonation(context);
        const { client, namespace } = context;
        const list = await client.get(core(namespace, 'secrets'), { as: ADA });
        code(list, 403, 'list');
        same(
          list.body.message,
          `secrets is forbidden: User "${ADA.user}" cannot list resource "secrets" in API group "" in the namespace "${namespace}"`,
          'message',
        );
        const absent = await client.get(
          `/apis/nothere.example.org/v1/namespaces/${namespace}/things/x`,
          { as: ADA },
        );
        code(absent, 403, 'an absent kind');
        const logs = await client.get(core(namespace, 'pods/x/log'), {
          as: ADA,
        });
        contains(logs.body.message, 'cannot get resource "pods/log"', 'logs');
        const nowhere = await client.create(
          core('millrace-conformance-nowhere', 'configmaps'),
          { metadata: { name: 'x' } },
          { as: ADA },
        );
        code(nowhere, 403, 'create in a namespace that does not exist');
        contains(nowhere.body.message, 'cannot create resource', 'message');
      },
    },
    {
      title:
        'a role bound to a portal group allows, and a review names the binding',
      async run(context) {
        await needImpersonation(context);
        const { client, namespace } = context;
        await client.create(rbac(namespace, 'roles'), {
          metadata: { name: 'reader' },
          rules: [
            { apiGroups: [''], resources: ['services'], verbs: ['list'] },
          ],
        });
        const bound = await client.create(
          rbac(namespace, 'rolebindings'),
          binding('millrace:readers', 'reader'),
        );
        code(bound, 201, 'a binding with a colon in its name');
        await eventually(async () =>
          code(
            await client.get(core(namespace, 'services'), { as: ADA }),
            200,
            'list as a member of the group',
          ),
        );
        const allowed = await client.create(
          ACCESS_REVIEWS,
          review(namespace, 'services', 'list'),
          { as: ADA },
        );
        code(allowed, 201, 'review');
        same(allowed.body.status.allowed, true, 'allowed');
        contains(
          allowed.body.status.reason,
          `RBAC: allowed by RoleBinding "millrace:readers/${namespace}" of Role "reader" to Group "${GROUP}"`,
          'reason',
        );
        const refused = await client.create(
          ACCESS_REVIEWS,
          review(namespace, 'services', 'delete'),
          { as: ADA },
        );
        same(refused.body.status, { allowed: false }, 'a right that lacks');
      },
    },
    {
      title: 'nobody grants what he has not, unless he may bind that very role',
      async run(context) {
        await needImpersonation(context);
        const { client, namespace, unique, cleanUp } = context;
        const role = unique('closed');
        cleanUp(rbacCluster(`clusterroles/${role}`));
        await client.create(rbacCluster('clusterroles'), {
          metadata: { name: role },
          rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['delete'] }],
        });
        await client.create(rbac(namespace, 'roles'), {
          metadata: { name: 'binder' },
          rules: [
            {
              apiGroups: ['rbac.authorization.k8s.io'],
              resources: ['roles', 'rolebindings'],
              verbs: ['create'],
            },
          ],
        });
        await client.create(
          rbac(namespace, 'rolebindings'),
          binding('binders', 'binder'),
        );
        const bind = () =>
          client.create(
            `${rbac(namespace, 'rolebindings')}?dryRun=All`,
            binding('grant', role, 'ClusterRole'),
            { as: ADA },
          );
        await eventually(async () => {
          const refused = await bind();
          code(refused, 403, 'binding a role with more rights');
          contains(
            refused.body.message,
            'is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""], Resources:["pods"], Verbs:["delete"]}',
            'message',
          );
        });
        await client.mergePatch(rbac(namespace, 'roles/binder'), {
          rules: [
            {
              apiGroups: ['rbac.authorization.k8s.io'],
              resources: ['rolebindings'],
              verbs: ['create'],
            },
            {
              apiGroups: ['rbac.authorization.k8s.io'],
              resources: ['clusterroles'],
              resourceNames: [role],
              verbs: ['bind'],
            },
          ],
        });
        await eventually(async () =>
          code(await bind(), 201, 'with the right to bind it'),
        );
      },
    },
    {
      title:
        'a right to delete namespaces that is bound in one holds for that one alone',
      async run(context) {
        await needImpersonation(context);
        const { client, namespace } = context;
        const own = await ownNamespace(context, 'owned');
        await client.create(rbac(own, 'roles'), {
          metadata: { name: 'owner' },
          rules: [
            {
              apiGroups: [''],
              resources: ['namespaces'],
              verbs: ['get', 'delete'],
            },
          ],
        });
        await client.create(
          rbac(own, 'rolebindings'),
          binding('owners', 'owner'),
        );
        const remove = (name: string) =>
          client.request('DELETE', `/api/v1/namespaces/${name}?dryRun=All`, {
            as: ADA,
          });
        await eventually(async () => code(await remove(own), 200, 'its own'));
        code(await remove(namespace), 403, 'another one');
        const patch = await client.mergePatch(
          `/api/v1/namespaces/${own}?dryRun=All`,
          { metadata: { labels: { a: 'b' } } },
          { as: ADA },
        );
        code(patch, 403, 'a label of its own');
      },
    },
    {
      title: 'groups cannot be impersonated without a user',
      async run(context) {
        await needImpersonation(context);
        const answer = await context.client.get('/api/v1/namespaces', {
          as: { user: '', groups: [GROUP] },
        });
        code(answer, 400, 'groups alone');
      },
    },
  ],
};
