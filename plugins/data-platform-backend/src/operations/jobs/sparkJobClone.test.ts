import { JOB, JobScene } from '../__testUtils__/JobScene';
import { jobRequest, productRequest } from '../__testUtils__/requests';
import { ben } from '../__testUtils__/TestPlatform';

const NIGHTLY = 'component:default/nightly';

describe('spark-job:clone', () => {
  let scene: JobScene;
  beforeAll(async () => {
    scene = await JobScene.create();
    await scene.portal.run(jobRequest());
    await scene.portal.run(
      jobRequest({ name: 'nightly', schedule: { cron: '0 2 * * *' } }),
    );
    await scene.portal.run(productRequest({ name: 'returns' }));
    const job = (await scene.platform.entities.get(JOB))!;
    await scene.platform.entities.put(
      {
        ...job,
        metadata: {
          ...job.metadata,
          annotations: { 'millrace.dev/date-argument': '--date={date}' },
        },
        spec: {
          ...job.spec,
          manifest: `# Counts the orders.\n${job.spec?.manifest}`,
        },
      },
      'test',
    );
  });
  afterEach(() => scene.platform.denied.clear());
  afterAll(() => scene.platform.close());

  const clone = (input: Record<string, unknown>, entityRef = JOB) => ({
    operation: 'spark-job:clone',
    entityRef,
    input,
  });
  const registered = async (name: string) =>
    (await scene.platform.entities.get(`component:default/${name}`))!;

  it('registers the definition under a new name, with its comments', async () => {
    const done = await scene.portal.run(clone({ name: 'orders-hourly' }));
    expect(done).toMatchObject({
      state: 'done',
      entityRef: 'component:default/orders-hourly',
    });
    const { spec, metadata } = await registered('orders-hourly');
    expect(spec?.manifest).toMatch(/^# Counts the orders\./);
    expect(spec?.manifest).toContain('name: orders-hourly');
    expect(spec).toMatchObject({ system: 'system:default/orders' });
    expect(metadata.annotations).toMatchObject({
      'millrace.dev/date-argument': '--date={date}',
    });
    expect(scene.live('sparkapplications')).toEqual([]);
  });

  it('goes to another product, with arguments of its own', async () => {
    await scene.portal.run(
      clone({
        name: 'returns-daily',
        product: 'system:default/returns',
        arguments: ['7'],
        title: 'Returns',
      }),
    );
    const { spec, metadata } = await registered('returns-daily');
    expect(spec).toMatchObject({ system: 'system:default/returns' });
    expect(spec?.manifest).toMatch(/arguments:\s+- "?7"?\n/);
    expect(metadata.title).toBe('Returns');
  });

  it('of a schedule runs when somebody runs it', async () => {
    await scene.portal.run(clone({ name: 'by-hand' }, NIGHTLY));
    const { spec } = await registered('by-hand');
    expect(spec?.manifest).toContain('kind: SparkApplication');
    expect(spec?.manifest).not.toContain('schedule');
    expect(scene.live('scheduledsparkapplications')).toHaveLength(1);
  });

  it('keeps the schedule where that is wanted', async () => {
    await scene.portal.run(
      clone(
        { name: 'nightly-2', keepSchedule: true, arguments: ['9'] },
        NIGHTLY,
      ),
    );
    expect(scene.live('scheduledsparkapplications')).toContainEqual(
      expect.objectContaining({
        metadata: expect.objectContaining({
          name: 'nightly-2',
          labels: expect.objectContaining({
            'backstage.io/kubernetes-id': 'nightly-2',
          }),
        }),
        spec: expect.objectContaining({
          template: expect.objectContaining({ arguments: ['9'] }),
        }),
      }),
    );
  });

  it('refuses a name that is taken', async () => {
    const plan = await scene.portal.plan(clone({ name: 'nightly' }));
    expect(plan.findings).toContainEqual(
      expect.objectContaining({ level: 'error', field: 'name' }),
    );
  });

  it('is for those who own the domain', async () => {
    scene.platform.denied.add('data-platform.domain.administer');
    await expect(
      scene.portal.plan(clone({ name: 'mine' }), ben()),
    ).rejects.toThrow('user:default/ben may not register a job in');
  });
});
