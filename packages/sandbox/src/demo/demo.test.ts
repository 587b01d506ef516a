import { join } from 'node:path';
import { Sandbox } from '../api/Sandbox';
import { readCrdFiles } from '../crdFiles';
import { CRDS_FOLDER, EXAMPLES_FOLDER } from '../folders';
import { ManualClock } from '../clock/ManualClock';
import { loadYamlFile } from '../controllers/loadYaml';
import { seededRandom } from '../controllers/random';
import {
  CLUSTER_ROLES,
  NAMESPACES,
  PODS,
  RESOURCE_QUOTAS,
  ROLE_BINDINGS,
  SCHEDULED_SPARK_APPLICATIONS,
  SPARK_APPLICATIONS,
} from '../controllers/refs';
import { sandboxControllers } from '../controllers/sandboxControllers';
import { sparkWebhook } from '../controllers/spark/sparkWebhook';
import type { KubeObject, Principal } from '../types';
import { demoContent, demoRbac } from './demoContent';
import { demoUsers } from './demoUsers';
import { portalPolicies } from './portalPolicies';
import { TravelClock } from './TravelClock';

const MINUTE = 60_000;
const manual = new ManualClock(Date.parse('2026-11-22T08:48:16Z'));
const clock = new TravelClock(manual);
const { api, authorizer } = new Sandbox({
  clock,
  crds: readCrdFiles(CRDS_FOLDER),
  admission: [sparkWebhook, portalPolicies],
});
const faults: unknown[] = [];
let stops: (() => void)[] = [];

function start(): void {
  demoRbac(api);
  demoContent(api, clock);
  stops = sandboxControllers({
    random: seededRandom('demo'),
    onFault: fault => faults.push(fault),
  }).map(controller => controller(api, clock));
}
const stop = () => stops.forEach(end => end());
const runs = (namespace: string, job: string): KubeObject[] =>
  api.list(SPARK_APPLICATIONS, namespace, {
    'backstage.io/kubernetes-id': job,
  });
const stateOf = (run: KubeObject) => run.status?.applicationState?.state;

beforeAll(() => {
  start();
  manual.advance(2 * MINUTE);
});
afterAll(() => {
  stop();
});

it('gives orders-daily a past of twenty runs, one of them failed', () => {
  const past = runs('sales', 'orders-daily');
  expect(past).toHaveLength(20);
  expect(past.filter(run => stateOf(run) === 'FAILED')).toHaveLength(1);
  for (const run of past) {
    const created = Date.parse(run.metadata.creationTimestamp);
    const ended = Date.parse(run.status.terminationTime);
    expect(ended - created).toBeGreaterThan(MINUTE);
    expect(ended).toBeLessThan(manual.now() - 6 * 60 * MINUTE);
  }
  const newest = past.reduce((left, right) =>
    left.metadata.creationTimestamp > right.metadata.creationTimestamp
      ? left
      : right,
  );
  expect(stateOf(newest)).toBe('COMPLETED');
});

it('runs orders-enrich with three executors', () => {
  const [run] = runs('sales', 'orders-enrich');
  expect(stateOf(run)).toBe('RUNNING');
  expect(Object.values(run.status.executorState)).toEqual([
    'RUNNING',
    'RUNNING',
    'RUNNING',
  ]);
});

it('leaves the evidence of customers-dedup', () => {
  const [run] = runs('sales', 'customers-dedup');
  expect(stateOf(run)).toBe('FAILED');
  const killed = api
    .list(PODS, 'sales', {
      'sparkoperator.k8s.io/app-name': run.metadata.name,
      'spark-role': 'executor',
    })
    .filter(
      pod =>
        pod.status.containerStatuses[0].state.terminated?.reason ===
        'OOMKilled',
    );
  expect(killed).toHaveLength(4);
});

it('cannot pull the image of customers-export', () => {
  const [run] = runs('sales', 'customers-export');
  expect(stateOf(run)).toBe('SUBMITTED');
  const pod = api.get(PODS, 'sales', run.status.driverInfo.podName);
  expect(pod?.status.containerStatuses[0].state.waiting.reason).toMatch(
    /^(ErrImagePull|ImagePullBackOff)$/,
  );
});

it('keeps shipments-forecast suspended', () => {
  expect(runs('logistics', 'shipments-forecast').map(stateOf)).toEqual([
    'SUSPENDED',
  ]);
});

it('fits into the quotas of its domains', () => {
  for (const namespace of ['sales', 'logistics']) {
    const quota = api.get(RESOURCE_QUOTAS, namespace, 'domain');
    expect(Object.keys(quota?.status.used)).toEqual(
      Object.keys(quota?.spec.hard),
    );
  }
});

it('tracks shipments every five minutes, mostly well', () => {
  manual.advance(60 * MINUTE);
  const schedule = api.get(
    SCHEDULED_SPARK_APPLICATIONS,
    'logistics',
    'shipments-track',
  );
  expect(schedule?.status.pastSuccessfulRunNames).toHaveLength(5);
  expect(schedule?.status.pastFailedRunNames?.length ?? 0).toBeLessThanOrEqual(
    3,
  );
  expect(Date.parse(schedule?.status.nextRun)).toBeGreaterThan(manual.now());
});

it('goes on after a restart, and brings back nothing that was deleted', () => {
  const [enrich] = runs('sales', 'orders-enrich');
  const [export_] = runs('sales', 'customers-export');
  api.delete(SPARK_APPLICATIONS, 'sales', export_.metadata.name);
  manual.advance(5_000);
  stop();
  start();
  manual.advance(5 * MINUTE);
  expect(runs('sales', 'customers-export')).toEqual([]);
  expect(runs('sales', 'orders-daily')).toHaveLength(20);
  const [after] = runs('sales', 'orders-enrich');
  expect(after.status).toEqual(enrich.status);
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

  it('lets the portal read what the index is made of, and no secrets', () => {
    for (const resource of ['pods', 'events', 'namespaces', 'limitranges']) {
      expect(may(portal, 'watch', '', resource)).toBe(true);
    }
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
        warn: () => {},
      }),
    ).toThrow('labels millrace.dev/* on namespaces are set by the portal');
  });
});

it('leaves no controller with a fault', () => {
  expect(faults.map(String)).toEqual([]);
});

it('describes the same domains, owners and jobs in the catalog', () => {
  const examples = join(EXAMPLES_FOLDER, 'demo');
  const catalog = loadYamlFile(join(examples, 'catalog.yaml'));
  const groups = loadYamlFile(join(examples, 'org.yaml'))
    .filter(({ kind }) => kind === 'Group')
    .map(({ metadata }) => `group:default/${metadata.name}`);
  for (const { spec } of catalog) expect(groups).toContain(spec.owner);
  const of = (kind: string) => catalog.filter(entity => entity.kind === kind);
  expect(of('Domain').map(({ metadata }) => metadata.name)).toEqual([
    'sales',
    'logistics',
  ]);
  expect(of('System')).toHaveLength(3);
  expect(of('Component')).toHaveLength(6);
});
