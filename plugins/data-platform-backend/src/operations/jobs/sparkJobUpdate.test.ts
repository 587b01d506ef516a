import { JOB, JobScene, manifest } from '../__testUtils__/JobScene';
import { jobRequest } from '../__testUtils__/requests';
import { TestPlatform } from '../__testUtils__/TestPlatform';

describe('spark-job:update', () => {
  let scene: JobScene;
  let platform: TestPlatform;
  let portal: JobScene['portal'];
  beforeEach(async () => {
    scene = await JobScene.create();
    ({ platform, portal } = scene);
  });
  afterEach(() => platform.close());

  it('replaces the definition and touches no run', async () => {
    await portal.run(jobRequest());
    await portal.run({ operation: 'spark-job:run', entityRef: JOB });
    const [before] = scene.live('sparkapplications');
    const text = (await scene.definition()).replace(
      'apache/spark:4.0.1',
      'apache/spark:broken',
    );
    const done = await portal.run({
      operation: 'spark-job:update',
      entityRef: JOB,
      input: { manifest: text },
    });
    expect(done.state).toBe('done');
    expect(await scene.definition()).toBe(text);
    expect(scene.live('sparkapplications')).toEqual([before]);
  });

  it('changes the schedule on the cluster by exactly what differs', async () => {
    await portal.run(jobRequest({ schedule: { cron: '0 2 * * *' } }));
    const text = (await scene.definition()).replace('0 2 * * *', '0 4 * * *');
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
    expect(scene.live('scheduledsparkapplications')[0].spec.schedule).toBe(
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
    expect(scene.live('scheduledsparkapplications')).toEqual([]);
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
