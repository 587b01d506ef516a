import { parse, stringify } from 'yaml';
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

  it('refuses a data branch in the arguments of a schedule, and warns of one that is suspended', async () => {
    await portal.run(jobRequest({ schedule: { cron: '0 2 * * *' } }));
    const { spec, ...rest } = parse(await scene.definition());
    const said = async (suspend: boolean) => {
      const args = ['--day', '{{branch.uri}}/orders'];
      const template = { ...spec.template, arguments: args };
      const { ok, findings } = await portal.plan({
        operation: 'spark-job:update',
        entityRef: JOB,
        input: {
          manifest: stringify({
            ...rest,
            spec: { ...spec, suspend, template },
          }),
        },
      });
      const finding = findings.find(
        ({ field }) => field === 'spec.template.arguments[1]',
      );
      return [ok, finding?.level, finding?.message];
    };
    expect(await said(false)).toEqual([
      false,
      'error',
      'Runs of a schedule are on no data branch: their program would be given {{branch.uri}} as it stands.',
    ]);
    expect(await said(true)).toEqual([
      true,
      'warning',
      expect.stringContaining('on no data branch, once it is resumed: '),
    ]);
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
