import { SourceFault } from '@millrace/backstage-plugin-data-platform-node';
import { JOB, JobScene } from '../../__testUtils__/JobScene';
import { jobRequest } from '../../__testUtils__/requests';
import { branch, CANARY, ToyBranches } from '../../__testUtils__/ToyBranches';

const APACHE = 'SparkApplication.spark.apache.org';
const ARGUMENTS = ['--out', '{{branch.uri}}/tables/orders'];

describe('spark-job:run on a data branch', () => {
  let scene: JobScene;
  let toy: ToyBranches;
  let portal: JobScene['portal'];

  const secret = (data: Record<string, string>) =>
    scene.platform.cluster.seed('secrets', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'lake-key', namespace: 'sales' },
      data,
    } as any);

  beforeEach(async () => {
    scene = await JobScene.create();
    toy = new ToyBranches();
    scene.platform.systems = [toy.system()];
    toy.show(scene.platform.index);
    portal = scene.platform.start();
    secret({ id: 'QUtJQQ==', secret: Buffer.from(CANARY).toString('base64') });
  });
  afterEach(() => scene.platform.close());

  const request = (input: Record<string, unknown> = {}) => ({
    operation: 'spark-job:run',
    entityRef: JOB,
    input: { branch: branch(), arguments: ARGUMENTS, ...input },
  });
  const problems = async (input?: Record<string, unknown>) => {
    const { findings } = await portal.plan(request(input));
    return findings.filter(({ level }) => level !== 'info');
  };

  it('points the run at it: settings, keys by reference, arguments; and says what it is', async () => {
    await portal.run(jobRequest());
    const done = await portal.run(request());
    expect(done).toMatchObject({
      state: 'done',
      title: 'Run orders-daily with branch fix, arguments',
      output: { branch: branch() },
    });
    const [run] = scene.live('sparkapplications');
    expect(run.spec.arguments).toEqual([
      '--out',
      's3a://lake/fix/tables/orders',
    ]);
    expect(run.spec.sparkConf).toMatchObject({
      'spark.millrace.branch.uri': 's3a://lake/fix',
      'spark.hadoop.fs.s3a.bucket.lake.secret.key': '${env.LAKE_SECRET}',
      'spark.kubernetes.driver.secretKeyRef.LAKE_SECRET': 'lake-key:secret',
      'spark.kubernetes.executor.secretKeyRef.LAKE_KEY': 'lake-key:id',
    });
    const { annotations, uid } = run.metadata;
    expect(annotations['millrace.dev/changed']).toBe('branch fix, arguments');
    expect(
      scene.platform.definitions.get(annotations['millrace.dev/definition']),
    ).toContain('spark.millrace.branch.uri: s3a://lake/fix');
    const known = await scene.platform.runBranches.of([
      { source: 'eu-1', uid },
    ]);
    expect([...known.values()]).toEqual([branch()]);
  });

  it('is written for the Apache operator as well', async () => {
    scene.platform.serves.set('eu-1', [APACHE]);
    await portal.run(jobRequest());
    await portal.run(request());
    const [run] = scene.live('sparkapplications');
    expect(run.apiVersion).toBe('spark.apache.org/v1');
    expect(run.spec.driverArgs).toEqual([
      '--out',
      's3a://lake/fix/tables/orders',
    ]);
    expect(run.spec.sparkConf).toMatchObject({
      'spark.millrace.branch.uri': 's3a://lake/fix',
      'spark.kubernetes.executor.secretKeyRef.LAKE_SECRET': 'lake-key:secret',
    });
  });

  it('shows in the plan what is set, and the key itself nowhere', async () => {
    await portal.run(jobRequest());
    const plan = await portal.plan(request());
    expect(plan.ok).toBe(true);
    expect(plan.steps[0].manifest).toContain(
      'spark.hadoop.fs.s3a.bucket.lake.secret.key: ${env.LAKE_SECRET}',
    );
    await portal.run(request());
    const everywhere = JSON.stringify([
      plan,
      scene.live('sparkapplications'),
      [...scene.platform.definitions],
      await scene.platform.db('data_platform_operations').select(),
      scene.platform.audited.createEvent.mock.calls,
    ]);
    expect(everywhere).not.toContain(CANARY);
    expect(everywhere).not.toContain(Buffer.from(CANARY).toString('base64'));
  });

  it('looks for the Secret as the person', async () => {
    await portal.run(jobRequest());
    await portal.plan(request());
    const asked = scene.platform.cluster.calls.filter(
      ({ plural }) => plural === 'secrets',
    );
    expect(asked.map(({ name, request: { as } }) => [name, as?.user])).toEqual([
      ['lake-key', 'backstage:user:default/ada'],
    ]);
  });

  it('needs the Secret and its keys, and names both', async () => {
    await portal.run(jobRequest());
    secret({ id: 'QUtJQQ==' });
    expect(await problems()).toEqual([
      expect.objectContaining({
        level: 'error',
        field: 'branch',
        message: expect.stringContaining(
          'Secret lake-key of namespace sales on cluster eu-1 has no key secret',
        ),
        remedy:
          'Ask the owner of the domain for a Secret lake-key in namespace sales with the keys id and secret.',
      }),
    ]);
    scene.platform.cluster.objects.delete('sales/secrets/lake-key');
    expect((await problems())[0].message).toMatch(
      /^There is no Secret lake-key/,
    );
  });

  it('says that it does not know of a Secret that the person may not read', async () => {
    await portal.run(jobRequest());
    scene.platform.cluster.refuse = ({ plural }) =>
      plural === 'secrets' ? { code: 403, message: 'no' } : undefined;
    const plan = await portal.plan(request());
    expect(plan.ok).toBe(true);
    expect(plan.findings.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Whether Secret lake-key .* is not known/),
        expect.stringMatching(/reach lake.example.com:443 is not known/),
      ]),
    );
  });

  it('warns of a port that the policies of namespaces do not let out', async () => {
    await portal.run(jobRequest());
    toy.more = { endpoint: { host: 'lake.lakefs.svc', port: 8000 } };
    expect(await problems()).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining('443, 6443, 9000'),
        remedy: expect.stringContaining('adds 8000 to'),
      }),
    ]);
  });

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      'a branch that nobody knows',
      { branch: { ...branch(), repository: 'other' } },
      'branch',
      /There is no branch fix of repository other on toy/,
    ],
    [
      'a server that nobody knows',
      { branch: { ...branch(), source: 'x' } },
      'branch',
      /on x\.$/,
    ],
    [
      'a variable that nobody knows',
      { arguments: ['{{branch.path}}', 'fix'] },
      'arguments',
      /no variable \{\{branch.path\}\}/,
    ],
    [
      'arguments that need a branch without one',
      { branch: undefined },
      'branch',
      /the run is on no data branch/,
    ],
    ['half a branch', { branch: { source: 'toy' } }, 'branch.repository', /./],
  ])('refuses %s at its field', async (_what, input, field, message) => {
    await portal.run(jobRequest());
    expect(await problems(input)).toContainEqual(
      expect.objectContaining({
        level: 'error',
        field,
        message: expect.stringMatching(message),
      }),
    );
  });

  it('refuses a branch of another domain, without asking its server', async () => {
    await portal.run(jobRequest());
    toy.show(scene.platform.index, ['fix'], 'domain:default/finance');
    expect(await problems()).toEqual([
      expect.objectContaining({
        message:
          'Repository lake belongs to domain:default/finance, and the job to domain:default/sales.',
      }),
    ]);
    expect(toy.asked).toEqual([]);
  });

  it('takes a branch that is younger than the last listing', async () => {
    await portal.run(jobRequest());
    toy.show(scene.platform.index, []);
    expect((await portal.plan(request())).ok).toBe(true);
  });

  it('refuses what the server refuses, and tells no settings then', async () => {
    await portal.run(jobRequest());
    toy.more = {
      findings: [
        { level: 'error', field: 'branch', message: 'It is protected.' },
      ],
    };
    expect(await problems()).toEqual([
      expect.objectContaining({ message: 'It is protected.' }),
    ]);
    await expect(portal.run(request())).rejects.toThrow('It is protected.');
    expect(scene.live('sparkapplications')).toEqual([]);
  });

  it('removes a run again whose branch could not be noted', async () => {
    await portal.run(jobRequest());
    jest
      .spyOn(scene.platform.runBranches, 'put')
      .mockRejectedValueOnce(new Error('the database is gone'));
    const done = await portal.run(request());
    expect(done).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('the database is gone'),
    });
    expect(scene.live('sparkapplications')).toEqual([]);
  });

  it('does not start while the server does not answer', async () => {
    await portal.run(jobRequest());
    toy.fault = new SourceFault('unreachable', 'lake does not answer');
    await expect(portal.plan(request())).rejects.toThrow(
      'lake does not answer',
    );
  });

  it('is refused by the policy before the server is asked', async () => {
    await portal.run(jobRequest());
    scene.platform.denied.add('data-platform.resource.read');
    await expect(portal.plan(request())).rejects.toThrow(
      'There is no branch fix of repository lake on toy.',
    );
    expect(toy.asked).toEqual([]);
  });

  it('warns where nothing names the branch, and of settings of the job that do not count', async () => {
    await portal.run(
      jobRequest({
        sparkConf: {
          'spark.hadoop.fs.s3a.bucket.lake.endpoint': 'https://elsewhere',
        },
      }),
    );
    const found = await problems({ arguments: undefined });
    expect(found.map(({ level, field }) => [level, field])).toEqual([
      ['warning', 'spec.sparkConf["spark.hadoop.fs.s3a.bucket.lake.endpoint"]'],
      ['warning', 'arguments'],
    ]);
  });
});
