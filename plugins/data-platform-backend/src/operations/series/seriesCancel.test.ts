import { ada, ben, TestPlatform } from '../__testUtils__/TestPlatform';
import { SeriesScene } from '../__testUtils__/SeriesScene';

type Portal = ReturnType<TestPlatform['start']>;

/** Lets a few turns of the event loop pass until something holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setImmediate(resolve));
}

describe('series:cancel', () => {
  let scene: SeriesScene;
  let portal: Portal;
  let id: string;
  beforeAll(async () => {
    scene = await SeriesScene.create();
  });
  beforeEach(async () => {
    await scene.reset();
    scene.platform.denied.clear();
    scene.outcomeOf = () => undefined;
    ({ portal, id } = await scene.begin({ parallel: 2 }));
    await until(() => scene.runs().length === 2);
  });
  afterEach(() => portal.runner.stop());
  afterAll(() => scene.platform.close());

  const cancel = (
    from: Portal,
    input: Record<string, unknown> = {},
    caller = ada(),
  ) =>
    from.service.start(
      { operation: 'series:cancel', input: { operationId: id, ...input } },
      caller,
      new AbortController().signal,
    );

  it('starts no more, lets those that go on finish, and says by whom', async () => {
    await cancel(portal);
    for (const run of scene.runs()) scene.end(run, 'succeeded');
    await portal.runner.idle();
    expect(await portal.service.get(id)).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'user:default/ada',
      error:
        'Cancelled by ada. 2 of 5 runs succeeded, 3 were not started (2026-01-03, 2026-01-04, 2026-01-05).',
      progress: { total: 5, done: 2, running: 0, failed: 0 },
    });
    expect(scene.created()).toBe(2);
  });

  it('is done where all had been started and came out well', async () => {
    for (const run of scene.runs()) scene.end(run, 'succeeded');
    await until(() => scene.created() === 4);
    for (const run of scene.runs()) scene.end(run, 'succeeded');
    await until(() => scene.created() === 5);
    await cancel(portal);
    for (const run of scene.runs()) scene.end(run, 'succeeded');
    await portal.runner.idle();
    const ended = await portal.service.get(id);
    expect(ended).toMatchObject({ state: 'done' });
    expect(ended?.error).toBeUndefined();
  });

  it('stops those that go on as well, in the name of who asks, from another replica', async () => {
    const other = scene.platform.start();
    const { id: cancelled } = await cancel(other, { stopRunning: true }, ben());
    await until(() => scene.runs().length === 0);
    for (const { row } of scene.platform.index.select({}, () => true)) {
      scene.platform.index.put({
        ...scene.platform.index.get(row.id)!,
        row: {
          ...row,
          assessment: { ...row.assessment, outcome: 'cancelled' },
        },
      });
    }
    await Promise.all([portal.runner.idle(), other.runner.idle()]);
    expect((await other.service.get(cancelled))?.steps[0].message).toBe(
      'No more runs are started, and 2 were stopped.',
    );
    const deletions = scene.platform.cluster.calls.filter(
      ({ method }) => method === 'DELETE',
    );
    expect(deletions.map(({ request }) => request.as?.user)).toEqual([
      'backstage:user:default/ben',
      'backstage:user:default/ben',
    ]);
    expect((await portal.service.get(id))?.error).toMatch(
      /^Cancelled by ben\. 0 of 5 runs succeeded, 2 did not/,
    );
  });

  it('says beforehand what it would do', async () => {
    const plan = await portal.plan({
      operation: 'series:cancel',
      input: { operationId: id, stopRunning: true },
    });
    expect(plan).toMatchObject({
      ok: true,
      steps: [{ verb: 'cancel' }],
      findings: [{ message: '2 of its runs go on and will be stopped.' }],
    });
  });

  it('is for who may run the job', async () => {
    scene.platform.denied.add('data-platform.resource.operate');
    await expect(cancel(portal, {}, ben())).rejects.toThrow(
      `user:default/ben may not cancel the series ${id}`,
    );
  });

  it('knows series alone, and only those that go on', async () => {
    await expect(
      portal.plan({
        operation: 'series:cancel',
        input: { operationId: 'nothing' },
      }),
    ).rejects.toThrow('There is no series of runs "nothing".');
    await cancel(portal);
    for (const run of scene.runs()) scene.end(run, 'succeeded');
    await portal.runner.idle();
    await expect(cancel(portal)).rejects.toThrow(
      'The series has ended already.',
    );
  });
});
