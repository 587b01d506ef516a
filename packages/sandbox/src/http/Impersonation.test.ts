import { ManualClock } from '../clock/ManualClock';
import { Sandbox } from '../api/Sandbox';
import { PolicyRule } from '../rbac/PolicyRule';
import { CLUSTER_ROLE_BINDINGS, CLUSTER_ROLES } from '../testing/refs';
import { Impersonation } from './Impersonation';
import { withServerGroups } from './UserDirectory';

const PORTAL = withServerGroups('system:serviceaccount:millrace:portal', []);
const ADA = 'backstage:user:default/ada';
const TEAM = 'backstage:group:default/team';
const listing = {
  verb: 'list',
  group: '',
  resource: 'pods',
  namespace: 'sales',
};

const identity: PolicyRule = {
  verbs: ['impersonate:user-info'],
  apiGroups: ['authentication.k8s.io'],
  resources: ['users', 'groups'],
};
const listPods: PolicyRule = {
  verbs: ['impersonate-on:user-info:list'],
  apiGroups: [''],
  resources: ['pods'],
};
const unconstrained: PolicyRule = {
  verbs: ['impersonate'],
  apiGroups: [''],
  resources: ['users', 'groups'],
};

function setUp(...rules: PolicyRule[]) {
  const { api, authorizer } = new Sandbox({ clock: new ManualClock() });
  api.create(CLUSTER_ROLES, undefined, { metadata: { name: 'portal' }, rules });
  api.create(CLUSTER_ROLE_BINDINGS, undefined, {
    metadata: { name: 'portal' },
    roleRef: { kind: 'ClusterRole', name: 'portal' },
    subjects: [
      { kind: 'ServiceAccount', name: 'portal', namespace: 'millrace' },
    ],
  });
  const impersonation = new Impersonation(authorizer);
  const become = (user: string, groups: string[] = [], asked: any = listing) =>
    impersonation.resolve(
      PORTAL,
      { 'impersonate-user': [user], 'impersonate-group': groups },
      asked,
    );
  return { api, become };
}

describe('impersonation', () => {
  it('needs the right to be that person and the right to do that as somebody', () => {
    const { become } = setUp(identity, listPods);
    expect(become(ADA, [TEAM])).toEqual({
      user: ADA,
      groups: [TEAM, 'system:authenticated'],
    });
  });

  it.each([
    [
      'no right at all',
      [],
      [TEAM],
      'cannot impersonate-on:user-info:list resource "pods" in API group "" in the namespace "sales"',
    ],
    [
      'the action alone',
      [listPods],
      [TEAM],
      `users.authentication.k8s.io "${ADA}" is forbidden: User "${PORTAL.user}" cannot impersonate:user-info resource "users" in API group "authentication.k8s.io" at the cluster scope`,
    ],
    [
      'users but not groups',
      [{ ...identity, resources: ['users'] }, listPods],
      [TEAM],
      `groups.authentication.k8s.io "${TEAM}" is forbidden`,
    ],
    [
      'another user by name',
      [{ ...identity, resourceNames: ['other'] }, listPods],
      [],
      'cannot impersonate:user-info resource "users"',
    ],
    [
      'system:masters, whatever the rights',
      [identity, listPods],
      ['system:masters'],
      'groups.authentication.k8s.io "system:masters" is forbidden: User "system:serviceaccount:millrace:portal" cannot impersonate:user-info resource "groups" in API group "authentication.k8s.io" at the cluster scope: impersonating the system:masters group is not allowed',
    ],
  ])('is refused with %s', (_, rules, groups, message) => {
    const { become } = setUp(...(rules as PolicyRule[]));
    expect(() => become(ADA, groups as string[])).toThrow(message as string);
  });

  it('another action than the granted one is refused', () => {
    const { become } = setUp(identity, listPods);
    expect(() => become(ADA, [], { ...listing, resource: 'secrets' })).toThrow(
      'cannot impersonate-on:user-info:list resource "secrets"',
    );
  });

  it('service accounts have a mode of their own', () => {
    const { become } = setUp(identity, listPods);
    expect(() => become('system:serviceaccount:sales:spark')).toThrow(
      'cannot impersonate-on:serviceaccount:list',
    );
  });

  it('the unconstrained verb is tried last, and makes anybody, masters included', () => {
    const { become } = setUp(unconstrained);
    expect(become(ADA, ['system:masters']).groups).toContain('system:masters');
  });

  it('who has used the unconstrained verb is refused in its words', () => {
    const { api, become } = setUp(unconstrained);
    become(ADA);
    api.delete(CLUSTER_ROLE_BINDINGS, undefined, 'portal');
    expect(() => become(ADA)).toThrow(
      `users "${ADA}" is forbidden: User "${PORTAL.user}" cannot impersonate resource "users" in API group "" at the cluster scope`,
    );
  });
});
