import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { KubeConfig } from '@kubernetes/client-node';
import {
  LABEL_DOMAIN,
  LABEL_ROLE,
} from '@millrace/backstage-plugin-data-platform-common';
import { RunningSandbox, SandboxApi, startSandbox } from '@millrace/sandbox';
import { systemClock } from '../clusters/Clock';
import { impersonate } from '../clusters/impersonate';
import { readClusters } from '../clusters/readClusters';
import { ClusterConnection } from '../clusters/types';
import { until } from './__testUtils__/ManualClock';
import { RecordingSink } from './__testUtils__/RecordingSink';
import { sparkIntegration } from './__testUtils__/sparkIntegration';
import { namespacesUnread } from './namespacesUnread';
import { RunningSources, startSources } from './startSources';

const SPARK = {
  group: 'sparkoperator.k8s.io',
  version: 'v1beta2',
  plural: 'sparkapplications',
};
const RBAC = { group: 'rbac.authorization.k8s.io', version: 'v1' };
const READ = ['get', 'list', 'watch'];

function job(name: string, namespace: string) {
  return {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: { name, namespace },
    spec: {
      type: 'Scala',
      mode: 'cluster',
      image: 'spark:4',
      mainClass: 'Main',
      mainApplicationFile: 'local:///app.jar',
      sparkVersion: '4.0.0',
      driver: { cores: 1, memory: '1g' },
      executor: { cores: 1, instances: 1, memory: '1g' },
    },
  };
}

function clusterRole(name: string, rules: object[]) {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules,
  };
}

function bindingOf(role: string, subject: object, namespace?: string) {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: namespace ? 'RoleBinding' : 'ClusterRoleBinding',
    metadata: {
      name: role,
      ...(namespace && { namespace, labels: { [LABEL_ROLE]: 'member' } }),
    },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: role,
    },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', ...subject }],
  };
}

/** A cluster with a portal that reads everything, and one that reads one namespace. */
function seed(api: SandboxApi): void {
  if (
    api.get(
      { group: '', version: 'v1', plural: 'namespaces' },
      undefined,
      'sales',
    )
  ) {
    return;
  }
  for (const name of ['sales', 'hr']) {
    api.create({ group: '', version: 'v1', plural: 'namespaces' }, undefined, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { [LABEL_DOMAIN]: `default.${name}` } },
    });
    api.create(SPARK, name, job('orders', name));
  }
  const spark = ['sparkapplications'];
  const roles = { ...RBAC, plural: 'clusterroles' };
  const evidence = [
    {
      apiGroups: [''],
      resources: [
        'pods',
        'events',
        'namespaces',
        'resourcequotas',
        'limitranges',
      ],
      verbs: READ,
    },
    { apiGroups: [RBAC.group], resources: ['rolebindings'], verbs: READ },
    {
      apiGroups: ['authentication.k8s.io'],
      resources: ['users', 'groups'],
      verbs: ['impersonate:user-info'],
    },
    {
      apiGroups: [SPARK.group],
      resources: spark,
      verbs: ['create', 'get', 'patch', 'delete'].map(
        verb => `impersonate-on:user-info:${verb}`,
      ),
    },
  ];
  evidence.push({
    apiGroups: [''],
    resources: ['pods/log'],
    verbs: ['impersonate-on:user-info:get'],
  });
  const sparkRead = { apiGroups: [SPARK.group], resources: spark, verbs: READ };
  const sparkWrite = { ...sparkRead, verbs: [...READ, 'create', 'delete'] };
  api.create(roles, undefined, clusterRole('reader', [...evidence, sparkRead]));
  api.create(roles, undefined, clusterRole('weak', evidence));
  api.create(roles, undefined, clusterRole('spark-reader', [sparkRead]));
  api.create(roles, undefined, clusterRole('member', [sparkWrite]));
  const clusterBindings = { ...RBAC, plural: 'clusterrolebindings' };
  const bindings = { ...RBAC, plural: 'rolebindings' };
  const user = (name: string) => ({ kind: 'User', name });
  api.create(clusterBindings, undefined, bindingOf('reader', user('portal')));
  api.create(clusterBindings, undefined, bindingOf('weak', user('weak')));
  api.create(
    bindings,
    'sales',
    bindingOf('spark-reader', user('weak'), 'sales'),
  );
  const team = { kind: 'Group', name: 'backstage:group:default/sales-team' };
  api.create(bindings, 'sales', bindingOf('member', team, 'sales'));
}

// Real requests on a busy machine; the clock itself is driven.
jest.setTimeout(60_000);

describe('on the sandbox', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
  const { signal } = new AbortController();
  let sandbox: RunningSandbox;
  let sink: RecordingSink;
  let sources: RunningSources | undefined;
  let connection: ClusterConnection;

  const users = [
    { name: 'portal', groups: [], token: 'portal-token' },
    { name: 'weak', groups: [], token: 'weak-token' },
  ];
  const startServer = async (port = 0) => {
    sandbox = await startSandbox({ users, seed, port, dataDir: folder });
  };
  const connect = async (user: string) => {
    const file = path.join(folder, `${user}.yaml`);
    writeFileSync(file, sandbox.kubeconfig(user));
    const { connections } = await readClusters(
      new ConfigReader({
        dataPlatform: { kubernetes: { kubeconfigs: [{ path: file }] } },
      }),
      mockServices.logger.mock(),
      systemClock,
      async () => ({ KubeConfig }),
    );
    connection = connections[0];
    sink = new RecordingSink();
    sources = startSources({
      connections,
      unsupported: [],
      integrations: [sparkIntegration],
      sink,
      logger: mockServices.logger.mock(),
      signal,
    });
    await until(() => sources?.warming() === false);
  };

  beforeEach(() => startServer());
  afterEach(async () => {
    await sources?.stop();
    await connection?.close();
    await sandbox.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads, follows and finds no fault with its rights', async () => {
    await connect('portal');
    expect(sink.names()).toEqual(['hr/orders', 'sales/orders']);
    sandbox.api.create(SPARK, 'sales', job('more', 'sales'));
    await until(() => sink.names().length === 3);
    sandbox.api.delete(SPARK, 'sales', 'more');
    await until(() => sink.names().length === 2);
    await until(() => /^Connected to Kubernetes v[\d.]+/.test(sink.message()!));
    expect(sink.state()).toBe('connected');
    expect(sink.message()).not.toContain('but');
    const [source] = sources!.list();
    expect(namespacesUnread([source])).toEqual([]);
    const before = { ...source, name: 'far', kinds: [] };
    expect(namespacesUnread([source, before])).toEqual(['far']);
    expect(sink.evidenceChanges).toContainEqual(
      expect.objectContaining({
        type: 'roleBinding',
        items: expect.arrayContaining([
          expect.objectContaining({
            role: 'member',
            groups: ['backstage:group:default/sales-team'],
          }),
        ]),
      }),
    );
  });

  it('goes on after a compaction', async () => {
    await connect('portal');
    sandbox.api.create(SPARK, 'sales', job('more', 'sales'));
    sandbox.compact();
    await until(() => sink.names().length === 3);
    sandbox.api.delete(SPARK, 'sales', 'more');
    await until(() => sink.names().length === 2);
    expect(sink.state()).toBe('connected');
  });

  it('keeps its rows while the server restarts, and catches up', async () => {
    await connect('portal');
    const uids = [...sink.rows.keys()];
    const port = Number(new URL(sandbox.url).port);
    await sandbox.stop();
    await until(() => sink.state() === 'stale');
    expect(sink.message()).toMatch(/^Showing the state of .*refused\)\.$/);
    expect([...sink.rows.keys()]).toEqual(uids);
    await startServer(port);
    sandbox.api.create(SPARK, 'sales', job('later', 'sales'));
    await until(() => sink.names().length === 3);
    await until(() => sink.state() === 'connected');
    await until(() => sink.marks.size === 0);
    sandbox.api.delete(SPARK, 'sales', 'later');
    await until(() => sink.names().length === 2);
  });

  it('reads the namespaces of domains where it may not read them all', async () => {
    await connect('weak');
    await until(() => sink.names().join() === 'sales/orders');
    await until(
      () => sink.kind('SparkApplication')?.namespaces?.join() === 'sales',
    );
    await until(() => sink.message()?.includes('may not get, list, watch'));
    expect(sink.names()).toEqual(['sales/orders']);
  });

  it('acts as people, with their rights alone', async () => {
    await connect('portal');
    const create = (namespace: string, group: string) =>
      connection.request({
        method: 'POST',
        path: `/apis/sparkoperator.k8s.io/v1beta2/namespaces/${namespace}/sparkapplications`,
        query: { dryRun: 'All' },
        body: job('mine', namespace),
        as: impersonate('user:default/ada', [group]),
        signal,
      });
    expect((await create('sales', 'group:default/sales-team')).status).toBe(
      201,
    );
    const refused = await create('hr', 'group:default/sales-team');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      message: expect.stringContaining(
        'User "backstage:user:default/ada" cannot create resource',
      ),
    });
  });
});
