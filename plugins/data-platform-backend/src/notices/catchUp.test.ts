import { Knex } from 'knex';
import { migrated, testDatabases } from '../__testUtils__/databases';
import { ManualClock } from '../store/ManualClock';
import { NoticeRig, runRow } from './__testUtils__/NoticeRig';

jest.setTimeout(60_000);

const databases = testDatabases();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(databases.eachSupportedId())(
  'runs that ended while the portal was down, on %s',
  id => {
    let database: Knex;
    let clock: ManualClock;
    const rigs: NoticeRig[] = [];

    beforeAll(async () => {
      database = await migrated(await databases.init(id));
    });
    beforeEach(async () => {
      await database('data_platform_notices').delete();
      await database('data_platform_seen_sources').delete();
      clock = new ManualClock();
    });
    afterEach(() => rigs.splice(0).forEach(rig => rig.stop()));

    /** A portal starts; it is not told of anything yet. */
    async function start(watched = ['eu-1']): Promise<NoticeRig> {
      const rig = new NoticeRig(database, clock);
      rig.watched = watched;
      rigs.push(rig);
      await rig.idle();
      return rig;
    }

    /** A portal runs for two minutes and ends; time passes. */
    async function runAndBeAway(ms: number, watched?: string[]): Promise<void> {
      const rig = await start(watched);
      await rig.settle(2 * MINUTE);
      // The write is on its way in the database.
      for (let turn = 0; turn < 200; turn += 1) {
        const rows = await database('data_platform_seen_sources');
        if (rows.length >= rig.watched.length) break;
      }
      rig.stop();
      clock.advance(ms);
    }

    /** The first look of a portal that starts now finds a run that ended so long ago. */
    async function find(
      ago: number,
      over: Parameters<typeof runRow>[1] = {},
      outcome: 'failed' | 'succeeded' = 'failed',
    ): Promise<string[]> {
      // It has not watched for long enough to note that itself.
      const rig = await start([]);
      const finishedAt = new Date(clock.now() - ago).toISOString();
      rig.observe(runRow(outcome, { finishedAt, ...over }), {
        before: undefined,
        found: true,
      });
      await rig.idle();
      await rig.settle(MINUTE);
      return rig.titles;
    }

    it('are told of once, and so is that a job has recovered meanwhile', async () => {
      await runAndBeAway(HOUR);
      expect(await find(30 * MINUTE)).toEqual(['Orders, daily failed']);
      expect(await find(30 * MINUTE)).toEqual([]);
      expect(await find(10 * MINUTE, {}, 'succeeded')).toEqual([
        'Orders, daily succeeds again',
      ]);
    });

    it.each([
      ['at the first sync ever', false, 30 * MINUTE, {}],
      ['that ended while it was watched', true, 2 * HOUR, {}],
      ['of a source that is new', true, 30 * MINUTE, { source: 'us-1' }],
      ['that a newer one superseded', true, 30 * MINUTE, { superseded: true }],
      ['without an end', true, 0, { finishedAt: undefined }],
    ])('%s are no news', async (_what, before, ago, over) => {
      if (before) await runAndBeAway(HOUR);
      else clock.advance(HOUR);
      expect(await find(ago, over)).toEqual([]);
    });

    it('more than six hours ago are no news', async () => {
      await runAndBeAway(12 * HOUR);
      expect(await find(7 * HOUR)).toEqual([]);
      expect(await find(5 * HOUR)).toHaveLength(1);
    });

    it('on a cluster that did not answer before are told of by when it last did', async () => {
      await runAndBeAway(HOUR);
      await runAndBeAway(HOUR, []);
      // Before the second portal, which never reached the cluster.
      expect(await find(90 * MINUTE)).toHaveLength(1);
    });

    it('cannot be told of where the database does not say; nothing else is lost', async () => {
      await runAndBeAway(HOUR);
      await database.schema.renameTable('data_platform_seen_sources', 'gone');
      expect(await find(30 * MINUTE)).toEqual([]);
      expect(rigs.at(-1)!.logger.warn).toHaveBeenCalledTimes(1);
      await rigs.at(-1)!.tell(runRow('failed'));
      expect(rigs.at(-1)!.titles).toHaveLength(1);
      await database.schema.renameTable('gone', 'data_platform_seen_sources');
    });
  },
);
