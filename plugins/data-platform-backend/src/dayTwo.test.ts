import { setTimeout as sleep } from 'node:timers/promises';
import { AdoptionPage } from '@millrace/backstage-plugin-data-platform-common';
import { SandboxApi } from '@millrace/sandbox';
import { startOnSandbox } from './__testUtils__/startOnSandbox';

const SPARK = {
  group: 'sparkoperator.k8s.io',
  version: 'v1beta2',
  plural: 'sparkapplications',
};
const NAMESPACES = { group: '', version: 'v1', plural: 'namespaces' };
const BINDINGS = {
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  plural: 'rolebindings',
};
const TEAM = 'group:default/sales-team';
const JOB = 'component:default/orders-daily';
const CONTACTS = 'component:default/contacts';

jest.setTimeout(120_000);

/** A namespace in which somebody has run jobs without the portal. */
function legacy(api: SandboxApi): void {
  api.create(NAMESPACES, undefined, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'crm' },
  });
  bind(api, 'millrace-member', {
    kind: 'Group',
    apiGroup: 'rbac.authorization.k8s.io',
    name: `backstage:${TEAM}`,
  });
  bind(api, 'spark-driver', {
    kind: 'ServiceAccount',
    name: 'default',
    namespace: 'crm',
  });
  for (const day of ['20260101', '20260102', '20260103']) run(api, day);
}

function bind(api: SandboxApi, role: string, subject: object): void {
  api.create(BINDINGS, 'crm', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: role },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: role,
    },
    subjects: [subject],
  });
}

function run(api: SandboxApi, day: string): void {
  api.create(SPARK, 'crm', {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: { name: `contacts-${day}`, labels: { team: 'crm' } },
    spec: {
      type: 'Python',
      mode: 'cluster',
      image: 'docker.io/apache/spark:4.0.0',
      mainApplicationFile: 'local:///opt/spark/examples/src/main/python/pi.py',
      arguments: ['--duration', '3s'],
      sparkVersion: '4.0.0',
      timeToLiveSeconds: 86_400,
      driver: { cores: 1, memory: '1g' },
      executor: { cores: 1, instances: 1, memory: '1g' },
    },
  });
}

/** What comes after the first run, on the real plugin and the sandbox: as requests, as a person would click. */
describe('day two', () => {
  let portal: Awaited<ReturnType<typeof startOnSandbox>>;

  const adoption = async (): Promise<AdoptionPage> =>
    (await portal.get('/v1/adoption?namespace=crm')).body;

  beforeAll(async () => {
    portal = await startOnSandbox(legacy, undefined, {}, 4);
    await until(async () => (await adoption()).jobs[0]?.runs === 3);
    const page = '/v1/jobs/default/orders-daily';
    await until(async () => (await portal.get(page)).body.source);
  });
  afterAll(() => portal.stop());

  const operate = async (request: object) => {
    const started = await portal.post('/v1/operations', request);
    expect([started.body.error, started.status]).toEqual([undefined, 202]);
    const { body } = await portal.get(
      `/v1/operations/${started.body.id}?wait=20`,
    );
    return body;
  };

  it('adopts a namespace and the jobs in it, and changes nothing there', async () => {
    const before = await adoption();
    expect(before.namespaces).toMatchObject([
      {
        namespace: 'crm',
        state: 'unlabelled',
        workloads: 3,
        command: 'kubectl label namespace crm millrace.dev/domain=default.crm',
      },
    ]);
    expect(before.jobs).toMatchObject([
      { name: 'contacts', foundBy: 'name', runs: 3, adoptable: false },
    ]);

    const { api } = portal.sandbox;
    const namespace = api.get(NAMESPACES, undefined, 'crm')!;
    api.update(NAMESPACES, {
      ...namespace,
      metadata: {
        ...namespace.metadata,
        labels: {
          ...namespace.metadata.labels,
          'millrace.dev/domain': 'default.crm',
        },
      },
    });
    await until(
      async () => (await adoption()).namespaces[0]?.state === 'labelled',
    );
    expect(
      await operate({
        operation: 'domain:adopt',
        input: {
          source: 'sandbox',
          namespace: 'crm',
          name: 'crm',
          owner: TEAM,
        },
      }),
    ).toMatchObject({ state: 'done', entityRef: 'domain:default/crm' });
    expect((await adoption()).namespaces).toMatchObject([
      { state: 'adopted', domainRef: 'domain:default/crm' },
    ]);
    await operate({
      operation: 'product:create',
      input: { name: 'contacts-product', domain: 'domain:default/crm' },
    });
    const [job] = (await adoption()).jobs;
    expect(job).toMatchObject({ adoptable: true });
    const uids = api.list(SPARK, 'crm').map(({ metadata }) => metadata.uid);
    expect(
      await operate({
        operation: 'spark-job:adopt',
        input: {
          product: 'system:default/contacts-product',
          jobs: [{ key: job.key, name: 'contacts' }],
        },
      }),
    ).toMatchObject({ state: 'done' });
    expect(api.list(SPARK, 'crm').map(({ metadata }) => metadata.uid)).toEqual(
      uids,
    );

    await until(async () => (await adoption()).totalJobs === 0);
    const page = '/v1/jobs/default/contacts';
    await until(async () => (await portal.get(page)).body.current);
    const told = (await portal.get(page)).body;
    expect(told.definition).toContain(
      'local:///opt/spark/examples/src/main/python/pi.py',
    );
    const runs = '/v1/runs?entityRef=component:default/contacts';
    const names = async () =>
      (await portal.get(runs)).body.items.map(({ name }: any) => name).sort();
    expect(await names()).toEqual([
      'contacts-20260101',
      'contacts-20260102',
      'contacts-20260103',
    ]);
    run(api, '20260104');
    await until(async () => (await names()).includes('contacts-20260104'));

    const { body: domain } = await portal.get('/v1/domains/default/crm');
    expect(domain.adopted).toBe(true);
    expect(
      domain.operations.find(({ id }: any) => id === 'domain:set-quota').reason,
    ).toContain('millrace.dev/managed-by=millrace');
  });

  it('runs with other values, and tells which', async () => {
    const done = await operate({
      operation: 'spark-job:run',
      entityRef: JOB,
      input: { arguments: ['--duration', '3s'], executor: { memory: '2g' } },
    });
    expect(done).toMatchObject({
      state: 'done',
      output: { changed: 'arguments, executor memory' },
    });
    const mine = async () =>
      (await portal.get(`/v1/runs?entityRef=${JOB}`)).body.items.find(
        ({ name }: any) => name === done.output.name,
      );
    await until(async () => (await mine())?.changed);
    const { id } = await mine();
    await until(
      async () => (await portal.get(`/v1/runs/${id}`)).body.definition,
    );
    const { body } = await portal.get(`/v1/runs/${id}`);
    expect(body.definition).toContain('memory: 2g');
    expect(body.definitionIsCurrent).toBe(false);
  });

  it('back-fills a range, and tells how far it has come', async () => {
    const started = await portal.post('/v1/operations', {
      operation: 'spark-job:backfill',
      entityRef: CONTACTS,
      input: {
        from: '2026-01-01',
        to: '2026-01-02',
        parallel: 2,
        arguments: ['--duration', '3s'],
        dateArgument: '--date={date}',
      },
    });
    expect(started.body).toMatchObject({
      progress: { total: 2, done: 0, running: 0, failed: 0 },
    });
    const { id } = started.body;
    let now = started.body;
    await until(async () => {
      now = (await portal.get(`/v1/operations/${id}?wait=2`)).body;
      return now.state !== 'running' && now.state !== 'accepted';
    });
    expect(now.error).toBeUndefined();
    expect(now).toMatchObject({
      state: 'done',
      progress: { total: 2, done: 2, running: 0, failed: 0 },
    });
    const { body } = await portal.get(`/v1/runs?series=${id}`);
    expect(body.items.map(({ runDate }: any) => runDate).sort()).toEqual([
      '2026-01-01',
      '2026-01-02',
    ]);
    const listed = await portal.get(
      `/v1/operations?entityRef=${CONTACTS}&operation=spark-job:backfill&state=done`,
    );
    expect(listed.body.items).toMatchObject([{ id, progress: { done: 2 } }]);
  });
});

async function until(
  holds: () => Promise<unknown>,
  withinMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It never came to hold.');
    await sleep(150);
  }
}
