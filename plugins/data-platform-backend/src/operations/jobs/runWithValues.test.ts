import { JOB, JobScene } from '../__testUtils__/JobScene';
import { jobRequest } from '../__testUtils__/requests';

describe('spark-job:run with values', () => {
  let scene: JobScene;
  beforeAll(async () => {
    scene = await JobScene.create();
    await scene.portal.run(jobRequest());
    await scene.portal.run(
      jobRequest({ name: 'nightly', schedule: { cron: '0 2 * * *' } }),
    );
  });
  beforeEach(() => {
    for (const { metadata } of scene.live('sparkapplications')) {
      scene.platform.cluster.objects.delete(
        `sales/sparkapplications/${metadata.name}`,
      );
    }
  });
  afterAll(() => scene.platform.close());

  const request = (input: Record<string, unknown>, entityRef = JOB) => ({
    operation: 'spark-job:run',
    entityRef,
    input,
  });

  it('runs as asked, says what is different, and keeps the definition that the run had', async () => {
    const done = await scene.portal.run(
      request({
        date: '2026-01-02',
        dateArgument: '--date={date}',
        executor: { instances: 4, memory: '2g' },
      }),
    );
    expect(done).toMatchObject({
      state: 'done',
      title:
        'Run orders-daily with date 2026-01-02, arguments, executor memory, number of executors',
    });
    const [run] = scene.live('sparkapplications');
    expect(run.spec).toMatchObject({
      arguments: ['100', '--date=2026-01-02'],
      executor: { instances: 4, memory: '2g', cores: 1 },
    });
    const { annotations } = run.metadata;
    expect(annotations['millrace.dev/changed']).toBe(
      'date 2026-01-02, arguments, executor memory, number of executors',
    );
    const kept = scene.platform.definitions.get(
      annotations['millrace.dev/definition'],
    );
    expect(kept).toContain('instances: 4');
    expect(await scene.definition()).toContain('instances: 2');
  });

  it('of a schedule is a run by hand', async () => {
    await scene.portal.run(
      request({ arguments: ['7'] }, 'component:default/nightly'),
    );
    const [run] = scene.live('sparkapplications');
    expect(run).toMatchObject({
      kind: 'SparkApplication',
      metadata: { annotations: { 'millrace.dev/changed': 'arguments' } },
      spec: { arguments: ['7'] },
    });
  });

  it('without values is the run as it was always', async () => {
    await scene.portal.run(request({}));
    const [run] = scene.live('sparkapplications');
    expect(run.metadata.annotations).not.toHaveProperty([
      'millrace.dev/changed',
    ]);
    expect(
      scene.platform.definitions.get(
        run.metadata.annotations['millrace.dev/definition'],
      ),
    ).toContain('mainApplicationFile');
  });

  it.each<[Record<string, unknown>, string, RegExp]>([
    [{ executor: { cores: 50 } }, 'executor', /Executors will be rejected/],
    [{ driver: { memory: '100g' } }, 'driver', /driver will be rejected/],
    [{ date: '2026-01-02' }, 'dateArgument', /not known which argument/],
    [{ date: '2026-13-02' }, 'date', /no such date/],
    [{ arguments: ['--token=abcdef'] }, 'arguments', /secret in clear text/],
    [{ executor: { instances: 0 } }, 'executor.instances', /./],
  ])('refuses %j at its field', async (input, field, message) => {
    const plan = await scene.portal.plan(request(input));
    expect(plan.ok).toBe(false);
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        level: 'error',
        field,
        message: expect.stringMatching(message),
      }),
    );
    expect(JSON.stringify(plan)).not.toContain('abcdef');
  });
});
