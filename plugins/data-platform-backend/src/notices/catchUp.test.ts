import { Knex } from 'knex';
import { migrated, testDatabases } from '../__testUtils__/databases';
import { ManualClock } from '../store/ManualClock';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { JOB, NoticeRig, runRow } from './__testUtils__/NoticeRig';
import { resource } from '../http/__testUtils__/rows';

jest.setTimeout(60_000);

const databases = testDatabases();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(databases.eachSupportedId())(
  'what happened while the portal was down, on %s',
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

    /** The first look of a portal that starts now finds this. */
    async function find(row: PlatformResource): Promise<string[]> {
      // It has not watched for long enough to note that itself.
      const rig = await start([]);
      rig.observe(row, { before: undefined, found: true });
      await rig.idle();
      await rig.settle(MINUTE);
      return rig.titles;
    }

    const timeOf = (ago: number) => new Date(clock.now() - ago).toISOString();

    /** It finds a run that ended so long ago. */
    const findRun = (
      ago: number,
      over: Parameters<typeof runRow>[1] = {},
      outcome: 'failed' | 'succeeded' = 'failed',
    ) => find(runRow(outcome, { finishedAt: timeOf(ago), ...over }));

    const schedule = (
      health: 'failed' | 'healthy',
      ago: number,
      reason = 'InvalidSchedule',
    ) =>
      resource(
        { name: 'nightly', nature: 'schedule', entityRef: JOB },
        { health, reason, message: `${reason}.`, since: timeOf(ago) },
      ).row;

    it('runs are told of once, and so is that a job has recovered meanwhile', async () => {
      await runAndBeAway(HOUR);
      expect(await findRun(30 * MINUTE)).toEqual(['Orders, daily failed']);
      expect(await findRun(30 * MINUTE)).toEqual([]);
      expect(await findRun(10 * MINUTE, {}, 'succeeded')).toEqual([
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
      expect(await findRun(ago, over)).toEqual([]);
    });

    it('is known by the clock of the cluster, whatever that says', async () => {
      await runAndBeAway(HOUR);
      const rig = await start([]);
      rig.skewMs = -10 * MINUTE;
      // It ended five minutes after the portal; its cluster says that it was five minutes before.
      const finishedAt = timeOf(65 * MINUTE);
      await rig.tell(runRow('failed', { finishedAt }), { found: true });
      await rig.settle(MINUTE);
      expect(rig.titles).toHaveLength(1);
    });

    it('is no news after a day, but for a recovery', async () => {
      const first = await start();
      await first.tell(runRow('failed'));
      first.stop();
      await runAndBeAway(72 * HOUR);
      expect(await findRun(48 * HOUR, {}, 'succeeded')).toHaveLength(1);
      const over = { reason: 'ImageNotFound' };
      expect(await findRun(25 * HOUR, over)).toEqual([]);
      expect(await findRun(23 * HOUR, over)).toHaveLength(1);
    });

    it('tells of a run that cannot start since then', async () => {
      await runAndBeAway(HOUR);
      const stuck = (ago: number) =>
        resource(
          { name: 'orders-daily-1', entityRef: JOB },
          { health: 'failed', reason: 'ImageNotFound', since: timeOf(ago) },
        ).row;
      expect(await find(stuck(2 * HOUR))).toEqual([]);
      expect(await find(stuck(HOUR / 2))).toEqual([
        'Orders, daily cannot start',
      ]);
    });

    it('tells of a schedule that starts no runs since then, and that one is well again', async () => {
      await runAndBeAway(HOUR);
      expect(await find(schedule('healthy', 9 * HOUR, 'Scheduled'))).toEqual(
        [],
      );
      expect(await find(schedule('failed', 2 * HOUR))).toEqual([]);
      expect(await find(schedule('failed', HOUR / 2))).toHaveLength(1);
      // Of what is well nobody knows since when; that it was in trouble is known.
      const well = schedule('healthy', 9 * HOUR, 'Scheduled');
      expect(await find(well)).toHaveLength(1);
      expect(await find(well)).toEqual([]);
      expect(await find(schedule('failed', HOUR / 3))).toEqual([]);
      clock.advance(20 * MINUTE);
      expect(await find(schedule('failed', HOUR / 2))).toHaveLength(1);
    });

    it('runs on a cluster that did not answer before are told of by when it last did', async () => {
      await runAndBeAway(HOUR);
      await runAndBeAway(HOUR, []);
      // Before the second portal, which never reached the cluster.
      expect(await findRun(90 * MINUTE)).toHaveLength(1);
    });

    it('cannot be told where the database does not say; nothing else is lost', async () => {
      await runAndBeAway(HOUR);
      await database.schema.renameTable('data_platform_seen_sources', 'gone');
      expect(await findRun(30 * MINUTE)).toEqual([]);
      expect(rigs.at(-1)!.logger.warn).toHaveBeenCalledTimes(1);
      await rigs.at(-1)!.tell(runRow('failed'));
      expect(rigs.at(-1)!.titles).toHaveLength(1);
      await database.schema.renameTable('gone', 'data_platform_seen_sources');
    });
  },
);
