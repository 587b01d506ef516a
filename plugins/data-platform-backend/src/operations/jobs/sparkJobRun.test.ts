import { JOB, JobScene, manifest } from '../__testUtils__/JobScene';
import { jobRequest } from '../__testUtils__/requests';
import { ada, ben, TestPlatform } from '../__testUtils__/TestPlatform';

describe('spark-job:run', () => {
  let scene: JobScene;
  let platform: TestPlatform;
  let portal: JobScene['portal'];
  beforeEach(async () => {
    scene = await JobScene.create();
    ({ platform, portal } = scene);
  });
  afterEach(() => platform.close());

  beforeEach(async () => {
    await portal.run(jobRequest());
  });

  it('creates a SparkApplication as the person, marked with who, what and from which definition', async () => {
    const done = await portal.run({
      operation: 'spark-job:run',
      entityRef: JOB,
    });
    expect(done.state).toBe('done');
    const [run] = scene.live('sparkapplications');
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
    expect(platform.definitions.get(hash)).toContain('kind: SparkApplication');
    expect(done.output).toMatchObject({
      name: run.metadata.name,
      source: 'eu-1',
      namespace: 'sales',
    });
  });

  it('says that its operator is down, and starts all the same: the run waits for it', async () => {
    const operator = (title: string, group: string) => ({
      id: group,
      title,
      kinds: [`SparkApplication.${group}`],
      state: 'down' as const,
      since: '2026-03-02T08:00:00Z',
      message: 'It seems to be down.',
      nextStep: 'Ask the platform team.',
    });
    platform.operators = [
      operator('Apache Spark operator', 'spark.apache.org'),
      operator('Kubeflow Spark operator', 'sparkoperator.k8s.io'),
    ];
    const plan = await portal.plan({
      operation: 'spark-job:run',
      entityRef: JOB,
    });
    expect(plan.ok).toBe(true);
    expect(plan.findings.filter(({ level }) => level === 'warning')).toEqual([
      {
        level: 'warning',
        message: expect.stringMatching(
          /^No run starts now: the Kubeflow Spark operator of cluster eu-1 seems to be down since .*\. What is made waits until it is back\.$/,
        ),
        remedy: 'Ask the platform team.',
      },
    ]);
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
    expect(scene.live('sparkapplications')).toEqual([]);
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
    platform.namespacesUnread.push('eu-1');
    const unknown = await portal.plan({
      operation: 'spark-job:run',
      entityRef: JOB,
    });
    expect(unknown.findings[0].message).toBe(
      'It is not known in which namespace domain:default/sales lives: the namespaces of eu-1 have not been read.',
    );
  });
});
