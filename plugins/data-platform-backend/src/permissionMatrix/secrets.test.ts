import { SandboxApi } from '@millrace/sandbox';
import { Recorder } from './__testUtils__/Recorder';
import { ROUTES } from './__testUtils__/routes';
import { authorizationOf, personServices } from './__testUtils__/Persons';
import { startWorld, World } from './__testUtils__/World';

const SECRET = 'c4n4ry-S3cret/7f3a+x=y';
const RUNS = {
  group: 'sparkoperator.k8s.io',
  version: 'v1beta2',
  plural: 'sparkapplications',
};
const PODS = { group: '', version: 'v1', plural: 'pods' };

/** What a driver prints when somebody was careless. */
const LOG = [
  `Connecting with --db-password ${SECRET} as etl`,
  `jdbc:postgresql://etl:${encodeURIComponent(SECRET)}@db.example.com/orders`,
  `header: ${Buffer.from(SECRET).toString('base64')}`,
  `config {"password":${JSON.stringify(SECRET)}}`,
  `retrying with ${SECRET}`,
].join('\n');

const POD = {
  cores: 1,
  memory: '1g',
  env: [
    { name: 'DB_PASSWORD', value: SECRET },
    { name: 'DSN', value: `postgres://etl:${encodeURIComponent(SECRET)}@db` },
  ],
};

const printed = new Set<string>();
let cluster: SandboxApi;

/** A run of an application that holds the secret wherever one can stand, and prints it. It fails after a while. */
function careless(api: SandboxApi): void {
  cluster = api;
  api.create(RUNS, 'sales', {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: {
      name: 'careless',
      labels: { 'backstage.io/kubernetes-id': 'orders-enrich' },
      annotations: {
        'example.com/db-password': SECRET,
        'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
          password: SECRET,
        }),
      },
    },
    spec: {
      type: 'Python',
      mode: 'cluster',
      sparkVersion: '4.0.0',
      image: 'docker.io/apache/spark:4.0.0-python3',
      mainApplicationFile: 'local:///opt/spark/examples/src/main/python/pi.py',
      arguments: [
        '--duration=3s',
        '--exit-code=1',
        '--db-password',
        SECRET,
        `--token=${Buffer.from(SECRET).toString('base64')}`,
      ],
      sparkConf: {
        'spark.hadoop.fs.s3a.secret.key': SECRET,
        'spark.executor.extraJavaOptions': `-Dpassword=${SECRET}`,
      },
      restartPolicy: { type: 'Never' },
      driver: { ...POD, serviceAccount: 'spark' },
      executor: { ...POD, instances: 1 },
    },
  });
  letPortalReadLogs(api);
  api.watch(PODS, ({ type, object }) => {
    const { name } = object.metadata;
    const status = object.status as { phase?: string } | undefined;
    if (
      type === 'MODIFIED' &&
      name === 'careless-driver' &&
      status?.phase === 'Running' &&
      !printed.has(name)
    ) {
      printed.add(name);
      api.appendLog(object, 'spark-kubernetes-driver', `${LOG}\n`);
    }
  });
}

/** As examples/rbac offers it, for the last lines of failed drivers. */
function letPortalReadLogs(api: SandboxApi): void {
  const group = 'rbac.authorization.k8s.io';
  const metadata = { name: 'test-portal-logs' };
  const at = (plural: string) => ({ group, version: 'v1', plural });
  api.create(at('clusterroles'), undefined, {
    apiVersion: `${group}/v1`,
    kind: 'ClusterRole',
    metadata,
    rules: [
      { apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get'] },
    ],
  });
  api.create(at('clusterrolebindings'), undefined, {
    apiVersion: `${group}/v1`,
    kind: 'ClusterRoleBinding',
    metadata,
    roleRef: { apiGroup: group, kind: 'ClusterRole', name: metadata.name },
    subjects: [
      { kind: 'ServiceAccount', name: 'portal', namespace: 'millrace' },
    ],
  });
}

/** The forms of the secret that a text holds. */
function leaks(text: string): string[] {
  const base64 = Buffer.from(SECRET).toString('base64');
  return [
    SECRET,
    encodeURIComponent(SECRET),
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(SECRET).toString('hex'),
    JSON.stringify(SECRET).slice(1, -1),
  ].filter(form => text.includes(form));
}

// A sandbox with its controllers, on a busy machine.
jest.setTimeout(120_000);

describe('a secret that somebody has written into a job', () => {
  const recorder = new Recorder();
  const abort = new AbortController();
  let world: World;
  let frames = '';
  let failed: { id: string; runId: string };

  beforeAll(async () => {
    world = await startWorld(careless, [
      ...personServices,
      ...recorder.features,
    ]);
    const stream = await fetch(`${world.url}/v1/stream`, {
      headers: { authorization: authorizationOf('admin') },
      signal: abort.signal,
    });
    void (async () => {
      for await (const text of stream.body!.pipeThrough(
        new TextDecoderStream(),
      )) {
        frames += text;
      }
    })().catch(() => {});
    failed = await world.until(async () => {
      const list = await world.call('admin', 'get', '/v1/resources?q=careless');
      const [row] = list.body.items;
      if (row?.assessment.outcome !== 'failed') return undefined;
      const one = await world.call('admin', 'get', `/v1/resources/${row.id}`);
      return { id: row.id, runId: one.body.runId };
    });
  });
  afterAll(async () => {
    abort.abort();
    await world.stop();
    await recorder.database.destroy();
  });

  it('is in no answer', async () => {
    const known = { ...world.own, ...failed, pod: 'careless-driver' };
    const about: World = { ...world, own: known };
    for (const [route, samples] of Object.entries(ROUTES)) {
      const [method] = route.split(' ');
      for (const { url, endless } of samples) {
        if (endless) continue;
        for (const person of ['owner', 'admin'] as const) {
          const at = url(about);
          const { text } = await world.call(person, method, at);
          expect([at, leaks(text)]).toEqual([at, []]);
        }
      }
    }
  });

  it('is masked in the log, of which the rest is shown', async () => {
    const { text } = await world.call(
      'owner',
      'get',
      `/v1/resources/${failed.id}/logs?pod=careless-driver`,
    );
    expect(text).toContain('retrying with ***');
    expect(leaks(text)).toEqual([]);
  });

  it('is in the log tail that is kept as little', async () => {
    const run = await world.until(async () => {
      const { body } = await world.call(
        'owner',
        'get',
        `/v1/runs/${failed.runId}`,
      );
      return body.logTail ?? body.logTailMissing ? body : undefined;
    });
    expect(run.logTail).toContain('retrying with ***');
    expect(leaks(JSON.stringify(run))).toEqual([]);
  });

  it('is in no plan and no record of an operation, also where the manifest is copied', async () => {
    const requestOf = (operation: string) => ({
      operation,
      resourceId: failed.id,
      input: {},
    });
    // The verdict knows of the failed driver before the operator has recorded it; until then a stop deletes the run.
    await world.until(async () => {
      const stop = requestOf('spark:stop');
      const { body } = await world.call(
        'owner',
        'post',
        '/v1/operations/plan',
        stop,
      );
      return body.ok === false || undefined;
    });
    for (const operation of ['spark:rerun', 'spark:stop']) {
      const request = requestOf(operation);
      const plan = await world.call(
        'owner',
        'post',
        '/v1/operations/plan',
        request,
      );
      expect(leaks(plan.text)).toEqual([]);
      const started = await world.call(
        'owner',
        'post',
        '/v1/operations',
        request,
      );
      expect(leaks(started.text)).toEqual([]);
      const { id } = started.body;
      const end = id
        ? await world.call('owner', 'get', `/v1/operations/${id}?wait=20`)
        : started;
      expect(leaks(end.text)).toEqual([]);
    }
    const all = await world.call('admin', 'get', '/v1/operations');
    expect(all.body.items.length).toBeGreaterThan(0);
    expect(leaks(all.text)).toEqual([]);
  });

  it('is in no frame of the stream', async () => {
    // It may have ended before the stream was opened.
    const run = cluster.get(RUNS, 'sales', 'careless')!;
    const labels = { ...run.metadata.labels, touched: 'yes' };
    cluster.update(RUNS, { ...run, metadata: { ...run.metadata, labels } });
    await world.until(async () => frames.includes('careless') || undefined);
    expect(leaks(frames)).toEqual([]);
  });

  it('is in no line of the log and the audit', () => {
    expect(recorder.lines.length).toBeGreaterThan(0);
    expect(leaks(recorder.lines.join('\n'))).toEqual([]);
  });

  it('is in no row of the database', async () => {
    const rows = await recorder.rows();
    expect(rows).toContain('careless');
    expect(leaks(rows)).toEqual([]);
  });
});
