import { migrated, testDatabases } from '../../__testUtils__/databases';
import { JOB } from '../__testUtils__/JobScene';
import { backfillRequest, SeriesScene } from '../__testUtils__/SeriesScene';
import { ben, TestPlatform } from '../__testUtils__/TestPlatform';

const FIVE = [
  '2026-01-01',
  '2026-01-02',
  '2026-01-03',
  '2026-01-04',
  '2026-01-05',
];

jest.setTimeout(60_000);

/** Lets turns of the event loop pass until something holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setImmediate(resolve));
}

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'spark-job:backfill on %s',
  databaseId => {
    let base: TestPlatform;
    let scene: SeriesScene;
    beforeAll(async () => {
      base = await TestPlatform.create(
        await migrated(await databases.init(databaseId)),
      );
    });
    beforeEach(async () => {
      scene = await SeriesScene.create(await base.anew());
    });

    it('runs the job for each date, in order, one at a time, as the person', async () => {
      const done = await scene.backfill();
      expect(done).toMatchObject({
        state: 'done',
        entityRef: JOB,
        progress: { total: 5, done: 5, running: 0, failed: 0 },
      });
      expect(done.error).toBeUndefined();
      expect(scene.dates()).toEqual(FIVE);
      expect(scene.most).toBe(1);
      const [first] = scene.runs();
      expect(first.metadata).toMatchObject({
        name: expect.stringMatching(/^orders-daily-20260101-[0-9a-f]{6}$/),
        labels: {
          'backstage.io/kubernetes-id': 'orders-daily',
          'millrace.dev/series': done.id,
        },
        annotations: {
          'millrace.dev/operation': done.id,
          'millrace.dev/started-by': 'user:default/ada',
          'millrace.dev/changed': 'date',
        },
      });
      expect(first.spec).toMatchObject({
        arguments: ['100', '--date=2026-01-01'],
      });
      expect(done.steps[0]).toMatchObject({
        id: 'run-2026-01-01',
        state: 'done',
        uid: first.metadata.uid,
      });
    });

    it('notes one definition for all of them, with the place of the date', async () => {
      await scene.backfill({ executor: { memory: '2g' } });
      const hashes = scene
        .runs()
        .map(
          run => run.metadata.annotations?.['millrace.dev/definition'] ?? '',
        );
      expect(new Set(hashes).size).toBe(1);
      const yaml = scene.platform.definitions.get(hashes[0]);
      expect(yaml).toContain('--date={date}');
      expect(yaml).toContain('memory: 2g');
    });

    it('keeps as many going as are wanted, never more', async () => {
      scene.outcomeOf = () => undefined;
      const { portal, id } = await scene.begin({ parallel: 3 });
      await until(() => scene.runs().length === 3);
      const endOf = async (at: number) => {
        await until(() => scene.runs().length > at);
        scene.end(scene.runs()[at], 'succeeded');
      };
      for (const at of FIVE.keys()) await endOf(at);
      await portal.runner.idle();
      expect((await portal.service.get(id))?.state).toBe('done');
      expect(scene.most).toBe(3);
    });

    it('stops at the first that fails, lets the others finish, and says what was not run', async () => {
      scene.outcomeOf = date => (date === FIVE[1] ? 'failed' : 'succeeded');
      const ended = await scene.backfill();
      expect(ended).toMatchObject({
        state: 'failed',
        error:
          'The run of 2026-01-02 did not succeed. As it went. 1 of 5 runs succeeded, 1 did not (2026-01-02), 3 were not started (2026-01-03, 2026-01-04, 2026-01-05).',
        progress: { total: 5, done: 1, running: 0, failed: 1 },
      });
      expect(ended.steps.map(({ state }) => state)).toEqual([
        'done',
        'failed',
        'skipped',
        'skipped',
        'skipped',
      ]);
      expect(scene.dates()).toEqual(FIVE.slice(0, 2));
    });

    it('goes on after a failure where that is wanted, and is not green for it', async () => {
      scene.outcomeOf = date => (date === FIVE[1] ? 'failed' : 'succeeded');
      const ended = await scene.backfill({ onFailure: 'continue' });
      expect(ended).toMatchObject({
        state: 'failed',
        error: '4 of 5 runs succeeded, 1 did not (2026-01-02).',
      });
      expect(scene.dates()).toEqual(FIVE);
    });

    it('waits for room while the quota is full, and tells so', async () => {
      const { cluster } = scene.platform;
      let full = true;
      cluster.refuse = ({ method, plural, dryRun }) =>
        full && method === 'POST' && plural === 'sparkapplications' && !dryRun
          ? {
              code: 403,
              message:
                'sparkapplications "x" is forbidden: exceeded quota: domain, requested: count/sparkapplications.sparkoperator.k8s.io=1, used: 60, limited: 60',
            }
          : undefined;
      const { portal, id } = await scene.begin();
      let told: string | undefined;
      while (!told) {
        told = (await portal.service.get(id))?.steps[0].message;
      }
      expect(told).toBe(
        'Waits for room in namespace sales on cluster eu-1: exceeded quota: domain, requested: count/sparkapplications.sparkoperator.k8s.io=1, used: 60, limited: 60.',
      );
      expect(scene.runs()).toEqual([]);
      full = false;
      await portal.runner.idle();
      expect((await portal.service.get(id))?.state).toBe('done');
    });

    it('starts no run whose pods the quota would refuse, until others have left', async () => {
      const { index } = scene.platform;
      const use = (cpu: string) =>
        index.quotasByNamespace.set('eu-1/sales', [
          {
            name: 'domain',
            namespace: 'sales',
            hard: { 'requests.cpu': '16' },
            used: { 'requests.cpu': cpu },
          },
        ]);
      use('15');
      const { portal, id } = await scene.begin();
      let told: string | undefined;
      while (!told) {
        told = (await portal.service.get(id))?.steps[0].message;
      }
      expect(told).toBe(
        'Waits for room in namespace sales on cluster eu-1: the quota domain allows 16 of requests.cpu, and 15 are in use.',
      );
      expect(scene.runs()).toEqual([]);
      use('4');
      await portal.runner.idle();
      expect((await portal.service.get(id))?.state).toBe('done');
    });

    it('outlasts a cluster that is away', async () => {
      const { cluster } = scene.platform;
      let away = 6;
      cluster.refuse = ({ method, plural, dryRun }) => {
        const start =
          method === 'POST' && plural === 'sparkapplications' && !dryRun;
        if (!start || away === 0) return undefined;
        away -= 1;
        return { code: 503, message: 'etcd is away' };
      };
      expect((await scene.backfill()).state).toBe('done');
      expect(scene.dates()).toEqual(FIVE);
    });

    it.each([
      [
        403,
        'User "x" cannot create resource "sparkapplications"',
        /cannot create resource/,
      ],
      [
        403,
        'unable to create new content in namespace sales because it is being terminated',
        /being terminated/,
      ],
      [404, 'namespaces "sales" not found', /namespaces "sales" not found/],
    ])(
      'ends with the cluster’s sentence: %s %s',
      async (code, message, said) => {
        scene.platform.cluster.refuse = ({ method, plural, dryRun }) =>
          method === 'POST' &&
          plural === 'sparkapplications' &&
          !dryRun &&
          scene.runs().length === 2
            ? { code, message }
            : undefined;
        const ended = await scene.backfill();
        expect(ended.state).toBe('failed');
        expect(ended.error).toMatch(said);
        expect(ended.error).toContain('2 of 5 runs succeeded');
        expect(scene.dates()).toEqual(FIVE.slice(0, 2));
      },
    );

    it('stops when the right is taken away, with who and what for', async () => {
      scene.outcomeOf = date => {
        if (date === FIVE[1]) {
          scene.platform.denied.add('data-platform.resource.operate');
          // A yes is good for 5 s.
          scene.platform.clock.advance(6_000);
        }
        return 'succeeded';
      };
      const ended = await scene.backfill();
      expect(ended.error).toMatch(
        /^user:default\/ada may not back-fill component:default\/orders-daily\..* 2 of 5 runs succeeded/,
      );
      expect(scene.created()).toBe(2);
    });

    it('takes a run that was deleted for one that did not succeed', async () => {
      scene.outcomeOf = () => undefined;
      const { portal, id } = await scene.begin({ to: '2026-01-01' });
      while (scene.runs().length === 0) await tick();
      const [run] = scene.runs();
      scene.platform.history.runs = [
        {
          id: 'r1',
          source: 'eu-1',
          kind: 'SparkApplication',
          group: 'sparkoperator.k8s.io',
          name: run.metadata.name,
          uid: run.metadata.uid,
          attempt: 's1',
          assessment: { health: 'unknown', reason: 'Gone', message: 'Gone.' },
          expired: true,
          live: false,
        },
      ];
      scene.platform.index.drop(`id-${run.metadata.name}`);
      await portal.runner.idle();
      expect((await portal.service.get(id))?.error).toContain(
        'It was deleted before it ended.',
      );
    });

    it('asks the cluster for a run that nobody ever saw', async () => {
      scene.outcomeOf = () => undefined;
      const { portal, id } = await scene.begin({ to: '2026-01-01' });
      while (scene.runs().length === 0) await tick();
      const [run] = scene.runs();
      scene.platform.index.drop(`id-${run.metadata.name}`);
      scene.platform.cluster.objects.delete(
        `sales/sparkapplications/${run.metadata.name}`,
      );
      await portal.runner.idle();
      expect((await portal.service.get(id))?.error).toContain(
        'It has gone before the portal saw how it ended.',
      );
    });

    it('is one at a time for a job', async () => {
      scene.outcomeOf = () => undefined;
      const { portal } = await scene.begin();
      await expect(scene.backfill()).rejects.toThrow(
        /cannot start: user:default\/ada is at it since/,
      );
      await portal.runner.stop();
    });

    it('is refused by the policy before anything is made', async () => {
      scene.platform.denied.add('data-platform.resource.operate');
      await expect(
        scene.platform.start().run(backfillRequest(), ben()),
      ).rejects.toThrow('user:default/ben may not back-fill');
      expect(scene.runs()).toEqual([]);
    });
  },
);

function tick(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
