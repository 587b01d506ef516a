import { JOB, JobScene, manifest } from '../__testUtils__/JobScene';
import { jobRequest } from '../__testUtils__/requests';
import { ben, TestPlatform } from '../__testUtils__/TestPlatform';

describe('spark-job:create', () => {
  let scene: JobScene;
  let platform: TestPlatform;
  let portal: JobScene['portal'];
  beforeEach(async () => {
    scene = await JobScene.create();
    ({ platform, portal } = scene);
  });
  afterEach(() => platform.close());

  it('registers the definition as text and runs nothing', async () => {
    const done = await portal.run(jobRequest());
    expect(done).toMatchObject({ state: 'done', entityRef: JOB });
    expect(await platform.entities.get(JOB)).toMatchObject({
      spec: {
        type: 'spark-job',
        owner: 'group:default/sales-team',
        system: 'system:default/orders',
        manifest: expect.stringContaining(
          'mainApplicationFile: local:///opt/spark/examples',
        ),
      },
    });
    expect(await scene.definition()).toContain('timeToLiveSeconds: 86400');
    expect(scene.live('sparkapplications')).toEqual([]);
  });

  it('previews the manifest, and asks the cluster about a run as the person', async () => {
    platform.cluster.calls.length = 0;
    const plan = await portal.plan(jobRequest());
    expect(plan.ok).toBe(true);
    expect(plan.steps[0].manifest).toMatch(/^apiVersion: sparkoperator.k8s.io/);
    const asked = platform.cluster.calls.find(
      ({ method }) => method === 'POST',
    );
    expect(asked).toMatchObject({
      plural: 'sparkapplications',
      dryRun: true,
      request: {
        query: { fieldValidation: 'Strict' },
        as: {
          user: 'backstage:user:default/ada',
          groups: ['backstage:group:default/sales-team'],
        },
      },
    });
  });

  it('makes the schedule on the cluster as the person, with the label its runs inherit', async () => {
    const done = await portal.run(
      jobRequest({
        schedule: { cron: '0 2 * * *', timeZone: 'Europe/Berlin' },
      }),
    );
    expect(done.state).toBe('done');
    expect(scene.live('scheduledsparkapplications')).toMatchObject([
      {
        metadata: {
          labels: { 'backstage.io/kubernetes-id': 'orders-daily' },
          annotations: { 'millrace.dev/entity-ref': JOB },
        },
        spec: { schedule: '0 2 * * *', concurrencyPolicy: 'Forbid' },
      },
    ]);
  });

  it.each([
    ['not YAML', 'a: [1', 'manifest', /not valid YAML.*line 1, column/s],
    ['a list', '- 1', 'manifest', /not a YAML mapping/],
    [
      'another kind',
      manifest({ kind: 'Pod', apiVersion: 'v1' }),
      'apiVersion',
      /sparkoperator.k8s.io/,
    ],
    [
      'a $ key',
      manifest({ spec: { $text: 'http://x' } }),
      'spec.$text',
      /starts with "\$"/,
    ],
    [
      'a literal secret',
      manifest({}, { 'spark.hadoop.fs.s3a.secret.key': 'hunter2' }),
      'spec.sparkConf["spark.hadoop.fs.s3a.secret.key"]',
      /secret in clear text/,
    ],
    [
      'another name',
      manifest({ metadata: { name: 'other' } }),
      'metadata.name',
      /called "other"/,
    ],
    [
      'a foreign namespace',
      manifest({
        metadata: { name: 'orders-daily', namespace: 'kube-system' },
      }),
      'metadata.namespace',
      /does not belong to domain:default\/sales/,
    ],
    ['too much', `x: ${'y'.repeat(70_000)}`, 'manifest', /64 KiB/],
  ])('refuses a manifest that is %s', async (_what, text, field, message) => {
    const plan = await portal.plan(jobRequest({ manifest: text }));
    expect(plan.ok).toBe(false);
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        level: 'error',
        field,
        message: expect.stringMatching(message),
      }),
    );
    expect(JSON.stringify(plan)).not.toContain('hunter2');
  });

  it('refuses a name that is too long for the operator, and a schedule that is none', async () => {
    const long = await portal.plan(
      jobRequest({ name: 'a'.repeat(45), schedule: { cron: '0 2 * * *' } }),
    );
    expect(long.findings).toContainEqual(
      expect.objectContaining({ level: 'error', field: 'metadata.name' }),
    );
    const never = await portal.plan(
      jobRequest({ schedule: { cron: 'often' } }),
    );
    expect(never.ok).toBe(false);
  });

  it('refuses a data branch in the arguments of a schedule alone', async () => {
    const branched = {
      ...{ example: undefined, image: 'apache/spark:4.0.1' },
      mainApplicationFile: 'local:///opt/orders.py',
      language: 'Python',
      arguments: ['{{branch.uri}}/orders'],
    };
    const schedule = { cron: '0 2 * * *' };
    const refused = await portal.plan(jobRequest({ ...branched, schedule }));
    expect(refused.findings).toContainEqual(
      expect.objectContaining({
        level: 'error',
        field: 'spec.template.arguments[0]',
        remedy: expect.stringContaining('register a job without a schedule'),
      }),
    );
    expect((await portal.plan(jobRequest(branched))).ok).toBe(true);
  });

  it('passes the server’s field path on', async () => {
    scene.refuseCreating(
      'sparkapplications',
      400,
      'SparkApplication in version "v1beta2" cannot be handled as a SparkApplication: strict decoding error: unknown field "spec.memry"',
    );
    const plan = await portal.plan(jobRequest());
    expect(plan.findings).toContainEqual({
      level: 'error',
      field: 'spec.memry',
      message: 'SparkApplication has no field "spec.memry".',
      remedy: 'Check its spelling and where it stands.',
    });
  });

  it('a full quota is a warning for a definition and an error for a run', async () => {
    await portal.run(jobRequest());
    scene.refuseCreating(
      'sparkapplications',
      403,
      'sparkapplications.sparkoperator.k8s.io "x" is forbidden: exceeded quota: domain, requested: count/sparkapplications.sparkoperator.k8s.io=1',
    );
    const created = await portal.plan(jobRequest({ name: 'another' }));
    expect(created.ok).toBe(true);
    expect(created.findings[0]).toMatchObject({ level: 'warning' });
    const run = await portal.plan({
      operation: 'spark-job:run',
      entityRef: JOB,
    });
    expect(run.findings[0]).toMatchObject({
      level: 'error',
      message: expect.stringContaining(
        '(sent as user backstage:user:default/ada, groups backstage:group:default/sales-team)',
      ),
      remedy: expect.stringContaining('Delete finished runs'),
    });
  });

  it('is for those who own the domain', async () => {
    platform.denied.add('data-platform.domain.administer');
    await expect(portal.plan(jobRequest(), ben())).rejects.toThrow(
      'user:default/ben may not register a job in domain:default/sales, which group:default/sales-team owns',
    );
  });

  it.each([
    [{ product: 'system:default/none' }, 'product', /no data product/],
    [{ example: 'unknown' }, 'example', /no example/],
    [{ example: undefined }, 'language', /is missing/],
    [{ driver: { memory: 'lots' } }, 'driver.memory', /512m or 4g/],
    [{ dynamic: { min: 5, max: 2 } }, 'dynamic', /larger than max/],
    [{ secrets: ['Not A Name'] }, 'secrets.0', /Give the name of an object/],
  ])('names what is wrong with %j', async (input, field, message) => {
    const plan = await portal.plan(jobRequest(input));
    expect(plan.ok).toBe(false);
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        field,
        message: expect.stringMatching(message),
      }),
    );
  });
});
