import fc from 'fast-check';
import { ManualClock } from '../clock/ManualClock';
import { Sandbox } from '../api/Sandbox';
import {
  CLUSTER_ROLE_BINDINGS,
  CLUSTER_ROLES,
  CONFIG_MAPS,
  NAMESPACES,
  ROLE_BINDINGS,
  ROLES,
} from '../testing/refs';
import { Principal } from '../types';
import { breakdown, PolicyRule, ruleAllows, ruleCovers } from './PolicyRule';

const ada: Principal = {
  user: 'ada',
  groups: ['team', 'system:authenticated'],
};
const asked = (verb: string, resource: string, rest: object = {}) => ({
  verb,
  group: '',
  resource,
  ...rest,
});

describe('ruleAllows', () => {
  it.each<[Partial<PolicyRule>, object, boolean]>([
    [{ verbs: ['get'] }, asked('get', 'pods'), true],
    [{ verbs: ['*'] }, asked('patch', 'pods'), true],
    [{ verbs: ['get'] }, asked('list', 'pods'), false],
    [{ resources: ['*'] }, asked('get', 'secrets'), true],
    [{}, asked('get', 'pods', { subresource: 'log' }), false],
    [
      { resources: ['pods/log'] },
      asked('get', 'pods', { subresource: 'log' }),
      true,
    ],
    [
      { resources: ['*/status'] },
      asked('get', 'jobs', { subresource: 'status' }),
      true,
    ],
    [{ apiGroups: ['apps'] }, asked('get', 'pods'), false],
    [{ resourceNames: ['a'] }, asked('get', 'pods', { name: 'a' }), true],
    [{ resourceNames: ['a'] }, asked('get', 'pods', { name: 'b' }), false],
    [{ resourceNames: ['a'] }, asked('list', 'pods'), false],
    [{ nonResourceURLs: ['/api/*'] }, { verb: 'get', path: '/api/v1' }, true],
    [{ nonResourceURLs: ['/api'] }, { verb: 'get', path: '/api/v1' }, false],
  ])('%j on %j is %s', (rule, question, expected) => {
    const whole = {
      verbs: ['get'],
      apiGroups: [''],
      resources: ['pods'],
      ...rule,
    };
    expect(ruleAllows(whole, question as any)).toBe(expected);
  });

  it('a rule covers every part of itself', () => {
    const words = fc.array(fc.constantFrom('a', 'b', '*', 'c/d'), {
      minLength: 1,
      maxLength: 3,
    });
    const rules = fc.record({
      verbs: words,
      apiGroups: words,
      resources: words,
    });
    fc.assert(
      fc.property(rules, rule => {
        for (const part of breakdown(rule)) {
          expect(ruleCovers(rule, part)).toBe(true);
        }
      }),
    );
  });
});

describe('Authorizer', () => {
  function setUp() {
    const sandbox = new Sandbox({ clock: new ManualClock() });
    const { api, authorizer } = sandbox;
    api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
    api.create(CLUSTER_ROLES, undefined, {
      metadata: { name: 'reader' },
      rules: [{ verbs: ['list'], apiGroups: [''], resources: ['pods'] }],
    });
    const bind = (subject: object, namespace?: string) =>
      namespace
        ? api.create(ROLE_BINDINGS, namespace, {
            metadata: { generateName: 'b' },
            roleRef: { kind: 'ClusterRole', name: 'reader' },
            subjects: [subject],
          })
        : api.create(CLUSTER_ROLE_BINDINGS, undefined, {
            metadata: { name: 'everywhere' },
            roleRef: { kind: 'ClusterRole', name: 'reader' },
            subjects: [subject],
          });
    const may = (who: Principal, namespace?: string) =>
      authorizer.authorize(who, asked('list', 'pods', { namespace }));
    return { api, bind, may };
  }

  it('a role binding reaches its namespace alone, from the moment it is made until it is deleted', () => {
    const { api, bind, may } = setUp();
    expect(may(ada, 'sales').allowed).toBe(false);
    const { metadata } = bind({ kind: 'Group', name: 'team' }, 'sales');
    expect(may(ada, 'sales')).toEqual({
      allowed: true,
      reason: `RBAC: allowed by RoleBinding "${metadata.name}/sales" of ClusterRole "reader" to Group "team"`,
    });
    expect(may(ada, 'default').allowed).toBe(false);
    expect(may(ada).allowed).toBe(false);
    api.delete(ROLE_BINDINGS, 'sales', metadata.name);
    expect(may(ada, 'sales').allowed).toBe(false);
  });

  it('a cluster role binding reaches everywhere; names are compared to the letter', () => {
    const { bind, may } = setUp();
    bind({ kind: 'User', name: 'ada' });
    expect(may(ada).allowed).toBe(true);
    expect(may(ada, 'sales').allowed).toBe(true);
    expect(may({ ...ada, user: 'Ada' }).allowed).toBe(false);
  });

  it('service accounts are subjects by namespace and name', () => {
    const { bind, may } = setUp();
    bind(
      { kind: 'ServiceAccount', name: 'spark', namespace: 'sales' },
      'sales',
    );
    const account = { user: 'system:serviceaccount:sales:spark', groups: [] };
    expect(may(account, 'sales').reason).toContain(
      'to ServiceAccount "spark/sales"',
    );
  });

  it('members of system:masters need no binding', () => {
    const { may } = setUp();
    expect(may({ user: 'root', groups: ['system:masters'] })).toEqual({
      allowed: true,
    });
  });
});

describe('escalation', () => {
  const grant = (rules: PolicyRule[]) => {
    const { api } = new Sandbox({ clock: new ManualClock() });
    api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
    api.create(ROLES, 'sales', { metadata: { name: 'own' }, rules });
    api.create(ROLE_BINDINGS, 'sales', {
      metadata: { name: 'own' },
      roleRef: { kind: 'Role', name: 'own' },
      subjects: [{ kind: 'User', name: 'ada' }],
    });
    return api;
  };
  const rbacRule = (verbs: string[], resources: string[]): PolicyRule => ({
    verbs,
    apiGroups: ['rbac.authorization.k8s.io'],
    resources,
  });
  const makeRoles = rbacRule(['create'], ['roles', 'rolebindings']);
  const role = {
    metadata: { name: 'big' },
    rules: [
      { verbs: ['get', 'list'], apiGroups: [''], resources: ['secrets'] },
      { verbs: ['get'], apiGroups: [''], resources: ['pods'] },
    ],
  };

  it('refuses what the maker does not hold, and names it', () => {
    const api = grant([
      makeRoles,
      { verbs: ['get'], apiGroups: [''], resources: ['pods', 'secrets'] },
    ]);
    expect(() => api.create(ROLES, 'sales', role, ada)).toThrow(
      'attempting to grant RBAC permissions not currently held:\n{APIGroups:[""], Resources:["secrets"], Verbs:["list"]}',
    );
  });

  it('lets pass what the maker holds, and everything with `escalate`', () => {
    const holder = grant([makeRoles, ...role.rules]);
    expect(holder.create(ROLES, 'sales', role, ada).metadata.name).toBe('big');
    const escalator = grant([rbacRule(['create', 'escalate'], ['roles'])]);
    expect(escalator.create(ROLES, 'sales', role, ada)).toBeDefined();
  });

  it('`bind` on a role by name lets that role be bound, and no other', () => {
    const api = grant([
      makeRoles,
      {
        ...rbacRule(['bind'], ['clusterroles']),
        resourceNames: ['view'],
      },
    ]);
    const binding = (name: string) => ({
      metadata: { name },
      roleRef: { kind: 'ClusterRole', name },
      subjects: [{ kind: 'Group', name: 'anybody' }],
    });
    expect(
      api.create(ROLE_BINDINGS, 'sales', binding('view'), ada),
    ).toBeDefined();
    expect(() =>
      api.create(ROLE_BINDINGS, 'sales', binding('cluster-admin'), ada),
    ).toThrow('not currently held');
  });

  it('writes of principals are authorised inside the process as well', () => {
    const api = grant([]);
    expect(() =>
      api.create(CONFIG_MAPS, 'sales', { metadata: { name: 'a' } }, ada),
    ).toThrow(
      'configmaps is forbidden: User "ada" cannot create resource "configmaps" in API group "" in the namespace "sales"',
    );
  });
});
