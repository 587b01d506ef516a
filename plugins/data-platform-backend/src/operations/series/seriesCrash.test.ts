import { migrated, testDatabases } from '../../__testUtils__/databases';
import { JOB } from '../__testUtils__/JobScene';
import { Power } from '../__testUtils__/Power';
import { SeriesScene } from '../__testUtils__/SeriesScene';
import { TestPlatform } from '../__testUtils__/TestPlatform';

/** Longer than a lease. */
const LATER_MS = 2 * 60_000;
const DATES = ['2026-01-01', '2026-01-02', '2026-01-03'];
const INPUT = { to: '2026-01-03', parallel: 2 };

jest.setTimeout(60_000);

/** What is left unfinished is taken up by these many processes at once. */
async function recover(scene: SeriesScene, processes = 1) {
  scene.platform.clock.advance(LATER_MS);
  const portals = Array.from({ length: processes }, () =>
    scene.platform.start(),
  );
  await Promise.all(portals.map(({ runner }) => runner.resumeDue()));
  await Promise.all(portals.map(({ runner }) => runner.idle()));
  const { items } = await portals[0].service.list({
    operations: ['spark-job:backfill'],
    limit: 1,
  });
  return items[0];
}

/** A series whose process dies as soon as its first run has been made, before it knows. */
async function interrupted(scene: SeriesScene, input: object = INPUT) {
  const power = new Power();
  const { cluster } = scene.platform;
  const { request } = cluster;
  cluster.request = async call => {
    const response = await request.call(cluster, call);
    if (scene.runs().length > 0 && !power.off) power.cut();
    return response;
  };
  await scene.backfill({ ...input }, power).catch(() => undefined);
  cluster.request = request;
  expect(scene.created()).toBe(1);
}

const databases = testDatabases();

describe.each(databases.eachSupportedId())('a series on %s', databaseId => {
  let scene: SeriesScene;
  let catalog: TestPlatform['catalog'];
  beforeAll(async () => {
    scene = await SeriesScene.create(
      await TestPlatform.create(
        await migrated(await databases.init(databaseId)),
      ),
    );
    catalog = scene.platform.catalog;
  });
  beforeEach(async () => {
    scene.platform.catalog = catalog;
    await scene.reset();
  });

  it.each(['before', 'after'] as const)(
    'killed %s any outward call starts each run once, and sees it to its end',
    async when => {
      let at = 0;
      for (let lived = false; !lived; ) {
        at += 1;
        await scene.reset();
        const power = new Power(at, when);
        await scene.backfill(INPUT, power).catch(() => undefined);
        lived = !power.off;
        const operation = await recover(scene);
        const accepted = operation !== undefined;
        expect({
          where: `killed ${when} call ${at}`,
          state: operation?.state ?? 'done',
          dates: scene.dates(),
          created: scene.created(),
        }).toEqual({
          where: `killed ${when} call ${at}`,
          state: 'done',
          dates: accepted ? DATES : [],
          created: accepted ? DATES.length : 0,
        });
      }
      expect(at).toBeGreaterThan(25);
    },
  );

  it('is run by one of two processes that both want it', async () => {
    await interrupted(scene);
    const operation = await recover(scene, 2);
    expect(operation).toMatchObject({ state: 'done' });
    expect(scene.created()).toBe(3);
  });

  it('does not start a run again that has ended and is gone, though nobody noted its start', async () => {
    await interrupted(scene, { to: '2026-01-01' });
    const [{ metadata }] = scene.runs();
    const { name, uid } = metadata;
    scene.platform.history.runs = [
      {
        ...{ id: 'r1', source: 'eu-1', namespace: 'sales', name, uid },
        ...{ kind: 'SparkApplication', group: 'sparkoperator.k8s.io' },
        entityRef: JOB,
        attempt: 's1',
        outcome: 'succeeded',
        assessment: { health: 'healthy', reason: 'Ended', message: 'Fine.' },
        expired: true,
        live: false,
      },
    ];
    scene.platform.cluster.objects.delete(`sales/sparkapplications/${name}`);
    scene.platform.index.drop(`id-${name}`);
    expect(await recover(scene)).toMatchObject({ state: 'done' });
    expect(scene.created()).toBe(1);
  });

  it('goes on after a restart for days, without the person’s token', async () => {
    await interrupted(scene);
    scene.platform.clock.advance(3 * 86_400_000);
    expect(await recover(scene)).toMatchObject({ state: 'done' });
  });

  it.each([
    [
      'too long',
      (platform: TestPlatform) => platform.clock.advance(8 * 86_400_000),
      /has gone on for 7 days/,
    ],
    [
      'for someone who has left the catalog',
      (platform: TestPlatform) => {
        platform.catalog = platform.catalog.filter(
          ({ metadata }) => metadata.name !== 'ada',
        );
      },
      /user:default\/ada is no longer in the catalog/,
    ],
    [
      'for someone who has left the owning group',
      (platform: TestPlatform) => {
        platform.catalog = platform.catalog.map(entity =>
          entity.metadata.name === 'ada'
            ? { ...entity, relations: [] }
            : entity,
        );
      },
      /user:default\/ada no longer belongs to group:default\/sales-team/,
    ],
  ])('does not go on %s', async (_what, change, said) => {
    await interrupted(scene);
    change(scene.platform);
    const operation = await recover(scene);
    expect(operation.state).toBe('failed');
    expect(operation.error).toMatch(said);
    expect(operation.error).toContain('of 3 runs succeeded');
    expect(scene.created()).toBe(1);
  });
});
