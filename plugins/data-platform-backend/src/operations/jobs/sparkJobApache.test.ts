import { parse } from 'yaml';
import { JOB, JobScene } from '../__testUtils__/JobScene';
import { jobRequest } from '../__testUtils__/requests';
import { TestPlatform } from '../__testUtils__/TestPlatform';

const KUBEFLOW = 'SparkApplication.sparkoperator.k8s.io';
const APACHE = 'SparkApplication.spark.apache.org';

describe('a job of the Apache operator', () => {
  let scene: JobScene;
  let platform: TestPlatform;
  let portal: JobScene['portal'];
  beforeEach(async () => {
    scene = await JobScene.create();
    ({ platform, portal } = scene);
    platform.serves.set('eu-1', [APACHE]);
  });
  afterEach(() => platform.close());

  it('is written as its cluster wants it, from the same form', async () => {
    const done = await portal.run(jobRequest());
    expect(done.state).toBe('done');
    const manifest = parse(await scene.definition());
    expect(manifest).toMatchObject({
      apiVersion: 'spark.apache.org/v1',
      kind: 'SparkApplication',
      spec: {
        pyFiles: expect.stringContaining('pi.py'),
        driverArgs: ['100'],
        sparkConf: {
          'spark.executor.instances': '2',
          'spark.kubernetes.authenticate.driver.serviceAccountName': 'spark',
        },
      },
    });
  });

  it('is written in the version that its cluster serves, without what that does not know', async () => {
    platform.versions.set(APACHE, 'v1beta1');
    const request = jobRequest();
    const plan = await portal.plan(request);
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        remedy: expect.stringContaining('`v1beta1` cannot let them expire'),
      }),
    );
    expect((await portal.run(request)).state).toBe('done');
    const { apiVersion, spec } = parse(await scene.definition());
    expect(apiVersion).toBe('spark.apache.org/v1beta1');
    expect(spec.applicationTolerations).toEqual({
      restartConfig: expect.anything(),
      resourceRetainPolicy: 'OnFailure',
    });
    await portal.run({ operation: 'spark-job:run', entityRef: JOB });
    expect(scene.live('sparkapplications')[0].apiVersion).toBe(
      'spark.apache.org/v1beta1',
    );
  });

  it('asks that very cluster about a run before', async () => {
    platform.cluster.calls.length = 0;
    await portal.plan(jobRequest());
    const asked = platform.cluster.calls.find(
      ({ method }) => method === 'POST',
    );
    expect(asked?.request.path).toBe(
      '/apis/spark.apache.org/v1/namespaces/sales/sparkapplications',
    );
  });

  it('runs, under a name that its pods can carry', async () => {
    await portal.run(jobRequest());
    const done = await portal.run({
      operation: 'spark-job:run',
      entityRef: JOB,
    });
    expect(done.state).toBe('done');
    const [run] = scene.live('sparkapplications');
    expect(run).toMatchObject({
      apiVersion: 'spark.apache.org/v1',
      metadata: {
        name: expect.stringMatching(/^orders-daily-[0-9a-z]+$/),
        labels: { 'backstage.io/kubernetes-id': 'orders-daily' },
        annotations: {
          'millrace.dev/entity-ref': JOB,
          'millrace.dev/started-by': 'user:default/ada',
        },
      },
    });
    expect(run.metadata.name.length).toBeLessThanOrEqual(44);
    const hash = run.metadata.annotations['millrace.dev/definition'];
    expect(platform.definitions.get(hash)).toContain('spark.apache.org/v1');
  });

  it('has no schedule, and the plan says why and what else', async () => {
    const plan = await portal.plan(
      jobRequest({ schedule: { cron: '0 2 * * *' } }),
    );
    expect(plan.ok).toBe(false);
    expect(plan.findings).toContainEqual({
      level: 'error',
      field: 'schedule',
      message:
        'The Apache Spark operator has no schedules, so nothing would start the runs of this job.',
      remedy: expect.stringContaining('Airflow or a CronJob'),
    });
  });

  it('is chosen by the form where the cluster serves both', async () => {
    platform.serves.set('eu-1', [KUBEFLOW, APACHE]);
    const manifestOf = async (operator?: string) => {
      const { steps } = await portal.plan(jobRequest({ operator }));
      return steps[0].manifest;
    };
    expect(await manifestOf()).toMatch(/^apiVersion: sparkoperator.k8s.io/);
    expect(await manifestOf('apache')).toMatch(/^apiVersion: spark.apache.org/);
  });

  it('is refused where the cluster does not serve it', async () => {
    platform.serves.set('eu-1', [KUBEFLOW]);
    const plan = await portal.plan(jobRequest({ operator: 'apache' }));
    expect(plan.ok).toBe(false);
    expect(plan.findings[0]).toMatchObject({ field: 'operator' });
  });

  it('takes no setting twice, whichever operator it is for', async () => {
    for (const operator of ['apache', 'kubeflow']) {
      platform.serves.set('eu-1', [KUBEFLOW, APACHE]);
      const plan = await portal.plan(
        jobRequest({ operator, sparkConf: { 'spark.executor.memory': '64g' } }),
      );
      expect(plan.findings).toContainEqual(
        expect.objectContaining({
          field: 'sparkConf["spark.executor.memory"]',
          remedy: 'Use the field executor.memory.',
        }),
      );
    }
  });

  it('tells what its pods would run into, by the names of its settings', async () => {
    platform.cluster.seed('resourcequotas', {
      metadata: { name: 'tight', namespace: 'sales' },
      spec: { hard: { 'requests.cpu': '1' } },
      status: { hard: { 'requests.cpu': '1' }, used: {} },
    });
    const plan = await portal.plan(
      jobRequest({ executor: { instances: 2, cores: 4, memory: '1g' } }),
    );
    expect(plan.findings.map(({ field }) => field)).toContain(
      'spec.sparkConf["spark.executor.cores"]',
    );
  });

  it('keeps its definition when it is changed, for the next run', async () => {
    await portal.run(jobRequest());
    const text = (await scene.definition()).replace(
      'apache/spark:4.0.1',
      'apache/spark:4.1.0',
    );
    const done = await portal.run({
      operation: 'spark-job:update',
      entityRef: JOB,
      input: { manifest: text },
    });
    expect(done.state).toBe('done');
    expect(await scene.definition()).toContain('apache/spark:4.1.0');
  });

  it('may be pasted, and is held to the rules of its own operator', async () => {
    const pasted = (account: string) =>
      jobRequest({
        example: undefined,
        manifest: JSON.stringify({
          apiVersion: 'spark.apache.org/v1',
          kind: 'SparkApplication',
          metadata: { name: 'orders-daily' },
          spec: {
            runtimeVersions: { sparkVersion: '4.0.1' },
            pyFiles: 'local:///app/main.py',
            sparkConf: {
              'spark.kubernetes.container.image': 'etl:1',
              [account]: 'spark',
            },
          },
        }),
      });
    const good = await portal.plan(
      pasted('spark.kubernetes.authenticate.driver.serviceAccountName'),
    );
    expect(good.ok).toBe(true);
    const bad = await portal.plan(pasted('spark.app.id'));
    expect(bad.findings).toContainEqual(
      expect.objectContaining({
        level: 'error',
        field: 'spec.sparkConf["spark.app.id"]',
      }),
    );
  });
});
