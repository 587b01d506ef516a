import { stringify } from 'yaml';
import {
  domainRequest,
  jobRequest,
  productRequest,
} from '../__testUtils__/requests';
import { ada, ben, TestPlatform } from '../__testUtils__/TestPlatform';

const JOB = 'component:default/orders-daily';

describe('spark jobs', () => {
  let platform: TestPlatform;
  let portal: ReturnType<TestPlatform['start']>;
  beforeEach(async () => {
    platform = await TestPlatform.create();
    portal = platform.start();
    await portal.run(domainRequest());
    await portal.run(productRequest());
  });
  afterEach(() => platform.close());

  const live = (kind: string) =>
    [...platform.cluster.objects]
      .filter(([key]) => key.startsWith(`sales/${kind}/`))
      .map(([, object]) => object as any);
  const definition = async () =>
    (await platform.entities.get(JOB))?.spec?.manifest as string;

  describe('create', () => {
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
      expect(await definition()).toContain('timeToLiveSeconds: 86400');
      expect(live('sparkapplications')).toEqual([]);
    });

    it('previews the manifest, and asks the cluster about a run as the person', async () => {
      platform.cluster.calls.length = 0;
      const plan = await portal.plan(jobRequest());
      expect(plan.ok).toBe(true);
      expect(plan.steps[0].manifest).toMatch(
        /^apiVersion: sparkoperator.k8s.io/,
      );
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
      expect(live('scheduledsparkapplications')).toMatchObject([
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

    it('passes the server’s field path on', async () => {
      platform.cluster.request = withAnswer(platform, 'sparkapplications', {
        code: 400,
        message:
          'SparkApplication in version "v1beta2" cannot be handled as a SparkApplication: strict decoding error: unknown field "spec.memry"',
      });
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
      platform.cluster.refuse = ({ plural, method }) =>
        plural === 'sparkapplications' && method === 'POST'
          ? {
              code: 403,
              message:
                'sparkapplications.sparkoperator.k8s.io "x" is forbidden: exceeded quota: domain, requested: count/sparkapplications.sparkoperator.k8s.io=1',
            }
          : undefined;
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
      [{ secrets: ['Not A Name'] }, 'secrets.0', undefined],
    ])('names what is wrong with %j', async (input, field, message) => {
      const plan = await portal.plan(jobRequest(input));
      expect(plan.ok).toBe(false);
      expect(plan.findings.map(finding => finding.field)).toContain(field);
      if (message) {
        expect(plan.findings.map(each => each.message).join()).toMatch(message);
      }
    });
  });

  describe('run', () => {
    beforeEach(async () => {
      await portal.run(jobRequest());
    });

    it('creates a SparkApplication as the person, marked with who, what and from which definition', async () => {
      const done = await portal.run({
        operation: 'spark-job:run',
        entityRef: JOB,
      });
      expect(done.state).toBe('done');
      const [run] = live('sparkapplications');
      expect(run.metadata).toMatchObject({
        name: expect.stringMatching(/^orders-daily-[0-9a-z]+$/),
        labels: { 'backstage.io/kubernetes-id': 'orders-daily' },
        annotations: {
          'millrace.dev/entity-ref': JOB,
          'millrace.dev/started-by': 'user:default/ada',
          'millrace.dev/operation': done.id,
        },
      });
      const hash = run.metadata.annotations['millrace.dev/definition'];
      expect(platform.definitions.get(hash)).toContain(
        'kind: SparkApplication',
      );
      expect(done.output).toMatchObject({
        name: run.metadata.name,
        source: 'eu-1',
        namespace: 'sales',
      });
    });

    it('is refused by the policy in its own words', async () => {
      platform.denied.add('data-platform.resource.operate');
      await expect(
        portal.run({ operation: 'spark-job:run', entityRef: JOB }, ben()),
      ).rejects.toThrow(
        'user:default/ben may not run component:default/orders-daily',
      );
    });

    it('tells who was sent when the cluster says no', async () => {
      platform.cluster.refuse = ({ request }) =>
        request.as
          ? {
              code: 403,
              message: 'User "x" cannot create resource "sparkapplications"',
            }
          : undefined;
      await expect(
        portal.run(
          { operation: 'spark-job:run', entityRef: JOB },
          ada(['group:default/sales-team', 'group:default/x']),
        ),
      ).rejects.toThrow(
        /sent as user backstage:user:default\/ada, groups backstage:group:default\/sales-team, backstage:group:default\/x/,
      );
      expect(live('sparkapplications')).toEqual([]);
    });

    it('refuses a definition whose secret the catalog has masked', async () => {
      const job = (await platform.entities.get(JOB))!;
      await platform.entities.put(
        {
          ...job,
          spec: {
            ...job.spec,
            manifest: manifest({}, { 'my.password': '***' }),
          },
        },
        'test',
      );
      const plan = await portal.plan({
        operation: 'spark-job:run',
        entityRef: JOB,
      });
      expect(plan.findings[0].message).toContain('held a secret in clear text');
    });

    it('needs a namespace of the domain', async () => {
      const domain = (await platform.entities.get('domain:default/sales'))!;
      await platform.entities.put(
        { ...domain, metadata: { ...domain.metadata, annotations: {} } },
        'test',
      );
      const plan = await portal.plan({
        operation: 'spark-job:run',
        entityRef: JOB,
      });
      expect(plan.findings[0].message).toBe(
        'domain:default/sales has no namespace on any cluster.',
      );
    });
  });

  describe('update', () => {
    it('replaces the definition and touches no run', async () => {
      await portal.run(jobRequest());
      await portal.run({ operation: 'spark-job:run', entityRef: JOB });
      const [before] = live('sparkapplications');
      const text = (await definition()).replace(
        'apache/spark:4.0.1',
        'apache/spark:broken',
      );
      const done = await portal.run({
        operation: 'spark-job:update',
        entityRef: JOB,
        input: { manifest: text },
      });
      expect(done.state).toBe('done');
      expect(await definition()).toBe(text);
      expect(live('sparkapplications')).toEqual([before]);
    });

    it('changes the schedule on the cluster by exactly what differs', async () => {
      await portal.run(jobRequest({ schedule: { cron: '0 2 * * *' } }));
      const text = (await definition()).replace('0 2 * * *', '0 4 * * *');
      await portal.run({
        operation: 'spark-job:update',
        entityRef: JOB,
        input: { manifest: text },
      });
      const patched = platform.cluster.calls.filter(
        ({ method, dryRun }) => method === 'PATCH' && !dryRun,
      );
      expect((patched[0].request.body as any).spec).toEqual({
        schedule: '0 4 * * *',
      });
      expect(live('scheduledsparkapplications')[0].spec.schedule).toBe(
        '0 4 * * *',
      );
    });

    it('deletes the schedule when the new definition has none', async () => {
      await portal.run(jobRequest({ schedule: { cron: '0 2 * * *' } }));
      const done = await portal.run({
        operation: 'spark-job:update',
        entityRef: JOB,
        input: { manifest: manifest() },
      });
      expect(done.state).toBe('done');
      expect(live('scheduledsparkapplications')).toEqual([]);
    });

    it('keeps the name', async () => {
      await portal.run(jobRequest());
      const plan = await portal.plan({
        operation: 'spark-job:update',
        entityRef: JOB,
        input: { manifest: manifest({ metadata: { name: 'renamed' } }) },
      });
      expect(plan.findings).toContainEqual(
        expect.objectContaining({ level: 'error', field: 'metadata.name' }),
      );
    });
  });
});

function manifest(
  more: Record<string, unknown> = {},
  sparkConf?: Record<string, string>,
): string {
  return stringify({
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: { name: 'orders-daily' },
    spec: {
      type: 'Python',
      sparkVersion: '4.0.1',
      image: 'apache/spark:4.0.1',
      mainApplicationFile: 'local:///app/main.py',
      timeToLiveSeconds: 86_400,
      driver: { cores: 1, memory: '1g', serviceAccount: 'spark' },
      executor: { cores: 1, memory: '1g', instances: 1 },
      ...(sparkConf && { sparkConf }),
    },
    ...more,
  });
}

/** The cluster, with a fixed refusal for what is created of one kind. */
function withAnswer(
  { cluster }: TestPlatform,
  plural: string,
  refusal: { code: number; message: string },
) {
  cluster.refuse = call =>
    call.plural === plural && call.method === 'POST'
      ? { reason: 'BadRequest', ...refusal }
      : undefined;
  return cluster.request;
}
