import { Sandbox } from '../api/Sandbox';
import { ManualClock } from '../clock/ManualClock';
import {
  CLUSTER_ROLES,
  NAMESPACES,
  RESOURCE_QUOTAS,
  ROLE_BINDINGS,
} from '../controllers/refs';
import { sparkWebhook } from '../controllers/spark/sparkWebhook';
import { workspaceWebhook } from '../controllers/workspaces/workspaceWebhook';
import { readCrdFiles } from '../crdFiles';
import { CRDS_FOLDER } from '../folders';
import type { Principal } from '../types';
import { demoContent, demoRbac } from './demoContent';
import { demoUsers } from './demoUsers';
import { portalPolicies } from './portalPolicies';
import { TravelClock } from './TravelClock';

const clock = new TravelClock(
  new ManualClock(Date.parse('2026-11-22T08:48:16Z')),
);
const { api, authorizer } = new Sandbox({
  clock,
  crds: readCrdFiles(CRDS_FOLDER),
  admission: [sparkWebhook, workspaceWebhook, portalPolicies],
});

beforeAll(() => {
  demoRbac(api);
  demoContent(api, clock);
});

describe('rights', () => {
  const { portal, bootstrap } = demoUsers();
  const may = (
    who: Principal,
    verb: string,
    group: string,
    resource: string,
    namespace?: string,
  ) =>
    authorizer.authorize(who, {
      verb,
      group,
      version: group ? 'v1beta2' : 'v1',
      resource,
      namespace,
    }).allowed;
  const person = (group: string): Principal => ({
    user: 'backstage:user:default/someone',
    groups: [`backstage:group:default/${group}`, 'system:authenticated'],
  });
  const SPARK = 'sparkoperator.k8s.io';

  it.each([
    ['', 'pods/log'],
    ['', 'pods/proxy'],
    ['', 'services/proxy'],
    ['spark.apache.org', 'sparkapplications'],
    ['spark.apache.org', 'sparkclusters'],
    [SPARK, 'sparkconnects'],
  ])('lets the portal get %s %s', (group, resource) => {
    const [name, subresource] = resource.split('/');
    const asked = {
      verb: 'get',
      group,
      version: 'v1',
      resource: name,
      subresource,
      namespace: 'sales',
    };
    expect(authorizer.authorize(portal, asked).allowed).toBe(true);
    expect(
      authorizer.authorize(portal, { ...asked, verb: 'create' }).allowed,
    ).toBe(false);
  });

  it.each(['platform-team', 'sales-team'])(
    'lets %s run Spark where nobody has adopted anything',
    group => {
      for (const verb of ['list', 'create', 'patch']) {
        expect(
          may(person(group), verb, SPARK, 'sparkapplications', 'marketing'),
        ).toBe(true);
      }
      const analyst = person('analysts');
      expect(
        may(analyst, 'list', SPARK, 'sparkapplications', 'marketing'),
      ).toBe(false);
    },
  );

  it('lets the portal read what the index is made of, and no secrets', () => {
    for (const resource of ['pods', 'events', 'namespaces', 'limitranges']) {
      expect(may(portal, 'watch', '', resource)).toBe(true);
    }
    expect(may(portal, 'watch', 'apps', 'deployments')).toBe(true);
    expect(may(portal, 'list', SPARK, 'sparkapplications')).toBe(true);
    expect(may(portal, 'create', SPARK, 'sparkapplications', 'sales')).toBe(
      false,
    );
    expect(may(portal, 'list', '', 'secrets')).toBe(false);
    expect(may(portal, 'impersonate', '', 'users')).toBe(false);
  });

  it.each([
    ['sales-team', 'sales', true, true],
    ['analysts', 'sales', true, false],
    ['analysts', 'logistics', false, false],
    ['sales-team', 'logistics', true, true],
    ['platform-team', 'sales', false, false],
  ])('of %s in %s: read %s, run %s', (group, namespace, reads, runsJobs) => {
    const who = person(group);
    expect(may(who, 'get', SPARK, 'sparkapplications', namespace)).toBe(reads);
    expect(may(who, 'create', SPARK, 'sparkapplications', namespace)).toBe(
      runsJobs,
    );
  });

  const KUBEFLOW = 'kubeflow.org';

  it.each([
    ['platform-team', 'research', true, true],
    ['analysts', 'research', true, true],
    ['sales-team', 'research', false, false],
    ['analysts', 'sales', true, false],
    ['sales-team', 'sales', true, true],
  ])(
    'of %s in %s: read notebooks %s, have them %s',
    (group, namespace, reads, has) => {
      const who = person(group);
      for (const resource of ['notebooks', 'workspaces']) {
        expect(may(who, 'watch', KUBEFLOW, resource, namespace)).toBe(reads);
        for (const verb of ['create', 'patch', 'delete']) {
          expect(may(who, verb, KUBEFLOW, resource, namespace)).toBe(has);
        }
      }
      expect(may(who, 'list', KUBEFLOW, 'poddefaults', namespace)).toBe(reads);
      expect(may(who, 'create', KUBEFLOW, 'poddefaults', namespace)).toBe(
        false,
      );
      const volumes = 'persistentvolumeclaims';
      expect(may(who, 'list', '', volumes, namespace)).toBe(reads);
      expect(may(who, 'create', '', volumes, namespace)).toBe(has);
      expect(may(who, 'delete', '', volumes, namespace)).toBe(has);
      expect(may(who, 'delete', '', 'pods', namespace)).toBe(has);
      expect(may(who, 'create', '', 'pods', namespace)).toBe(false);
      expect(may(who, 'patch', '', 'resourcequotas', namespace)).toBe(false);
    },
  );

  it('lets the portal read notebooks and what a form offers, and change nothing', () => {
    for (const [group, resource] of [
      [KUBEFLOW, 'notebooks'],
      [KUBEFLOW, 'workspaces'],
      ['', 'persistentvolumeclaims'],
    ]) {
      expect(may(portal, 'watch', group, resource)).toBe(true);
      expect(may(portal, 'patch', group, resource, 'research')).toBe(false);
      expect(may(portal, 'delete', group, resource, 'research')).toBe(false);
    }
    for (const [group, resource] of [
      [KUBEFLOW, 'workspacekinds'],
      ['storage.k8s.io', 'storageclasses'],
      ['', 'nodes'],
    ]) {
      expect(may(portal, 'list', group, resource)).toBe(true);
      expect(may(portal, 'create', group, resource)).toBe(false);
    }
    expect(may(portal, 'list', KUBEFLOW, 'poddefaults', 'research')).toBe(
      false,
    );
  });

  it('closes the roles', () => {
    for (const role of ['owner', 'member', 'viewer']) {
      expect(
        api.get(CLUSTER_ROLES, undefined, `millrace-${role}`),
      ).toBeDefined();
    }
    expect(may(bootstrap, 'create', '', 'namespaces')).toBe(true);
    expect(may(bootstrap, 'list', '', 'pods')).toBe(false);
  });

  const namespace = (name: string, labels: Record<string, string>) => ({
    metadata: { name, labels },
  });
  const OURS = {
    'millrace.dev/managed-by': 'millrace',
    'pod-security.kubernetes.io/enforce': 'baseline',
  };

  it.each([
    ['hr', {}, 'works in namespaces labelled'],
    ['kube-evil', OURS, 'this name is reserved'],
    [
      'hr',
      { 'millrace.dev/managed-by': 'millrace' },
      'enforces the Pod Security level',
    ],
  ])('confine bootstrap: namespace %s with %j', (name, labels, message) => {
    expect(() =>
      api.create(NAMESPACES, undefined, namespace(name, labels), bootstrap),
    ).toThrow(
      new RegExp(
        `^namespaces "${name}" is forbidden: ValidatingAdmissionPolicy 'millrace-confine-bootstrap' with binding 'millrace-confine-bootstrap' denied request: .*${message}`,
      ),
    );
  });

  it('confine what bootstrap binds, and where', () => {
    api.create(NAMESPACES, undefined, namespace('hr', OURS), bootstrap);
    const binding = (name: string, subject: Record<string, string>) => ({
      metadata: { name },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'millrace-viewer',
      },
      subjects: [subject],
    });
    const group = (name: string) => ({
      kind: 'Group',
      apiGroup: 'rbac.authorization.k8s.io',
      name,
    });
    api.create(
      ROLE_BINDINGS,
      'hr',
      binding('viewers', group('backstage:group:default/hr-team')),
      bootstrap,
    );
    expect(() =>
      api.create(
        ROLE_BINDINGS,
        'hr',
        binding('all', group('system:authenticated')),
        bootstrap,
      ),
    ).toThrow("roles are bound to the portal's groups");
    expect(() =>
      api.create(
        RESOURCE_QUOTAS,
        'kube-system',
        { metadata: { name: 'q' }, spec: { hard: {} } },
        bootstrap,
      ),
    ).toThrow('works in namespaces labelled');
  });

  it('reserve the labels of namespaces', () => {
    const admin: Principal = {
      user: 'olga',
      groups: ['backstage:group:default/sales-team'],
    };
    const sales = api.get(NAMESPACES, undefined, 'sales')!;
    expect(() =>
      portalPolicies({
        operation: 'UPDATE',
        resource: {
          group: '',
          version: 'v1',
          plural: 'namespaces',
          kind: 'Namespace',
        },
        name: 'sales',
        object: { ...sales, metadata: { ...sales.metadata, labels: {} } },
        oldObject: sales,
        principal: admin,
        dryRun: false,
        find: () => undefined,
        warn: () => {},
      }),
    ).toThrow('labels millrace.dev/* on namespaces are set by the portal');
  });
});
