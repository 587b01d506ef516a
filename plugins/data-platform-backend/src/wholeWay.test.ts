import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Job,
  PlatformResource,
  Run,
} from '@millrace/backstage-plugin-data-platform-common';
import { SandboxApi } from '@millrace/sandbox';
import { startOnSandbox } from './__testUtils__/startOnSandbox';

const CANARY = 'c4n4ry-S3cret-7f3a';
const JOB = '/v1/jobs/default/orders-daily';
const SPARK = {
  group: 'sparkoperator.k8s.io',
  version: 'v1beta2',
  plural: 'sparkapplications',
};

jest.setTimeout(90_000);

type Portal = Awaited<ReturnType<typeof startOnSandbox>>;

/** The real plugin on the sandbox's API server, controllers and demo: what a person would click, as requests. */
describe('the whole way', () => {
  let portal: Portal;

  beforeAll(async () => {
    const careless = (api: SandboxApi) =>
      api.create(SPARK, 'sales', {
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: 'SparkApplication',
        metadata: {
          name: 'careless',
          labels: { 'backstage.io/kubernetes-id': 'orders-enrich' },
          annotations: { note: CANARY },
        },
        spec: {
          type: 'Scala',
          mode: 'cluster',
          image: 'docker.io/apache/spark:4.0.0',
          mainClass: 'Main',
          mainApplicationFile: 'local:///app.jar',
          arguments: ['--db-password', CANARY],
          sparkVersion: '4.0.0',
          sparkConf: { 'spark.hadoop.fs.s3a.secret.key': CANARY },
          driver: {
            cores: 1,
            memory: '1g',
            serviceAccount: 'spark',
            env: [{ name: 'DB_PASSWORD', value: CANARY }],
          },
          executor: { cores: 1, instances: 1, memory: '1g' },
        },
      });
    portal = await startOnSandbox(careless, undefined, {}, 3);
    await until(async () => {
      const { body } = await portal.get('/v1/summary');
      return body.warming === false && body.parts > 0;
    });
  });
  afterAll(() => portal.stop());

  const job = async (): Promise<Job> => (await portal.get(JOB)).body;

  it('tells how each job of the demo is', async () => {
    const found = async () => {
      const { body } = await portal.get('/v1/summary');
      // The jobs of the catalog, and what runs beside them without one.
      expect(body.parts).toBeGreaterThanOrEqual(12);
      return body.notHealthy.find(
        ({ entityRef, health }: { entityRef?: string; health: string }) =>
          entityRef === 'component:default/customers-export' &&
          health === 'failed',
      );
    };
    await until(async () => (await found()) !== undefined);
    expect((await found()).message).toMatch(/image .* was not found/);
  });

  it('knows the past of a job', async () => {
    const newest = '/v1/runs?entityRef=component:default/orders-daily&limit=5';
    await until(
      async () => (await portal.get(newest)).body.stats.finished > 10,
    );
    const { body } = await portal.get(newest);
    expect(body.items.length).toBeGreaterThanOrEqual(5);
    expect(body.nextBefore).toBeDefined();
    expect(body.stats.p50Seconds).toBeGreaterThan(60);
    const next = await portal.get(
      `/v1/runs?entityRef=component:default/orders-daily&limit=100&before=${body.nextBefore}`,
    );
    const ids = [...body.items, ...next.body.items].map(({ id }: Run) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells where a domain lives, with its quota and roles by catalog names', async () => {
    const { body } = await portal.get('/v1/domains/default/sales');
    expect(body).toMatchObject({ source: 'sandbox', namespaces: ['sales'] });
    expect(body.quota.length).toBeGreaterThan(3);
    expect(body.roles[0].groups).toEqual(['group:default/sales-team']);
  });

  it('runs a job as the person, and pushes what happens to it', async () => {
    const { port } = portal.server.address() as AddressInfo;
    const abort = new AbortController();
    const stream = await fetch(
      `http://127.0.0.1:${port}/api/data-platform/v1/stream`,
      { headers: { Authorization: portal.token }, signal: abort.signal },
    );
    let pushed = '';
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const bytes of stream.body!) pushed += decoder.decode(bytes);
    })().catch(() => {});

    const started = await portal.post('/v1/operations', {
      operation: 'spark-job:run',
      entityRef: 'component:default/orders-daily',
      idempotencyKey: 'test-1',
    });
    expect(started.status).toBe(202);
    const ended = await portal.get(`/v1/operations/${started.body.id}?wait=20`);
    expect(ended.body).toMatchObject({ state: 'done' });
    const { name } = ended.body.output;
    await until(() => pushed.includes(name));

    await until(async () => (await job()).current?.name === name);
    const now = await job();
    expect(now.operations.map(({ id }) => id)).toContain('spark-job:run');
    const current = `/v1/resources/${now.current?.id}`;
    await until(async () => (await portal.get(current)).body.runId);
    const { runId } = (await portal.get(current)).body;
    const { body: run } = await portal.get(`/v1/runs/${runId}`);
    expect(run).toMatchObject({
      name,
      trigger: 'person',
      by: 'user:default/olivia',
      definitionIsCurrent: true,
    });
    abort.abort();
    await reading;
    expect(pushed).not.toContain(CANARY);
  });

  it('runs a job of the Apache operator, and tells its kind from the other of that name', async () => {
    const started = await portal.post('/v1/operations', {
      operation: 'spark-job:run',
      entityRef: 'component:default/orders-reprice',
      idempotencyKey: 'test-apache',
    });
    const ended = await portal.get(`/v1/operations/${started.body.id}?wait=20`);
    const { name } = ended.body.output;
    const page = async (): Promise<Job> =>
      (await portal.get('/v1/jobs/default/orders-reprice')).body;
    await until(async () => (await page()).current?.name === name);
    const { current, operations } = await page();
    expect(current?.group).toBe('spark.apache.org');
    expect(operations.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['spark-job:run', 'spark-apache:stop']),
    );
    const { body } = await portal.get(
      '/v1/resources?kind=SparkApplication.spark.apache.org&limit=200',
    );
    const groups = body.items.map(({ group }: PlatformResource) => group);
    expect(new Set(groups)).toEqual(new Set(['spark.apache.org']));
  });

  it('reads a log as the person', async () => {
    const rows: PlatformResource[] = (await portal.get('/v1/resources')).body
      .items;
    const running = rows.find(({ name }) => name.startsWith('orders-enrich-'));
    const driverNow = async () =>
      (await portal.get(`/v1/resources/${running?.id}`)).body.pods[0];
    await until(async () => (await driverNow())?.phase === 'Running');
    const driver = await driverNow();
    expect(driver.role).toBe('driver');
    // A driver that has just started has said nothing yet.
    await until(async () => {
      const log = await portal.get(
        `/v1/resources/${running?.id}/logs?pod=${driver.name}&tailLines=5`,
      );
      expect(log.status).toBe(200);
      return log.text !== '';
    });
  });

  it('shows what Spark tells of a run that goes on', async () => {
    const { body } = await portal.get('/v1/resources?q=orders-enrich-');
    const detail = `/v1/resources/${body.items[0].id}`;
    await until(async () => (await portal.get(detail)).body.spark?.progress);
    const { spark, facts } = (await portal.get(detail)).body;
    expect(spark).toMatchObject({
      from: 'driver',
      sparkVersion: '4.0.0',
      stages: { active: expect.any(Number) },
    });
    expect(spark.tasks.total).toBeGreaterThan(0);
    expect(facts).toContainEqual(
      expect.objectContaining({
        key: 'progress',
        value: expect.stringMatching(/^\d+ %, \d+ of \d+ stages$/),
      }),
    );
  });

  it('shows no secret anywhere', async () => {
    const rows: PlatformResource[] = (await portal.get('/v1/resources')).body
      .items;
    const careless = rows.find(({ name }) => name === 'careless');
    expect(careless).toBeDefined();
    const { body: detail } = await portal.get(`/v1/resources/${careless?.id}`);
    const paths = [
      '/v1/resources?limit=500',
      `/v1/resources/${careless?.id}`,
      `/v1/resources/${careless?.id}/manifest`,
      '/v1/runs?limit=500',
      `/v1/runs?resourceId=${careless?.id}`,
      ...(detail.runId ? [`/v1/runs/${detail.runId}`] : []),
      '/v1/summary',
      '/v1/jobs/default/orders-enrich',
      '/v1/domains/default/sales',
      '/v1/sources',
      '/v1/presets',
      '/v1/operations',
    ];
    for (const path of paths) {
      const answer = await asText(portal.get(path));
      expect([path, answer.status]).toEqual([path, 200]);
      const text = String(answer.body).replaceAll(`note: ${CANARY}`, '');
      expect([path, leaks(text)]).toEqual([path, []]);
    }
  });
});

/** Whatever the content type is, as it came. */
function asText(sent: ReturnType<Portal['get']>) {
  return sent.buffer(true).parse((res, done) => {
    let text = '';
    res.on('data', chunk => {
      text += chunk;
    });
    res.on('end', () => done(null, text));
  });
}

/** The canary, and the forms in which it could slip past a mask. */
function leaks(text: string): string[] {
  const forms = [
    CANARY,
    encodeURIComponent(CANARY),
    Buffer.from(CANARY).toString('base64').replace(/=+$/, ''),
    JSON.stringify(CANARY).slice(1, -1),
    CANARY.slice(0, 12),
  ];
  return forms.filter(form => text.includes(form));
}

async function until(done: () => unknown): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await done())) {
    if (Date.now() > end) throw new Error('It did not come about in 30 s');
    await sleep(100);
  }
}
