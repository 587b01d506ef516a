import { Knex } from 'knex';
import { migrated, testDatabases } from '../__testUtils__/databases';
import { resource } from '../http/__testUtils__/rows';
import { JOB, NoticeRig, OWNER, runRow } from './__testUtils__/NoticeRig';

const databases = testDatabases();
const MINUTE = 60_000;

describe.each(databases.eachSupportedId())('Notices on %s', id => {
  let database: Knex;
  let rig: NoticeRig;

  beforeAll(async () => {
    database = await migrated(await databases.init(id));
  });

  beforeEach(async () => {
    await database('data_platform_notices').delete();
    rig = new NoticeRig(database);
  });

  afterEach(() => rig.stop());

  it('tells the owner of a failed run, with the sentence, the next step and the way to it', async () => {
    await rig.tell(runRow('failed'));
    expect(rig.sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: OWNER },
        payload: {
          title: 'Orders, daily failed',
          description:
            'The driver was killed for memory (2Gi). Raise spec.driver.memory.',
          link: '/catalog/default/component/orders-daily/runs?run=run-1',
          severity: 'high',
          topic: 'Runs',
          scope: `${JOB} run`,
        },
      },
    ]);
  });

  it('tells the owner of a notebook server that it does not run, and when it does again', async () => {
    const server = (health: 'failed' | 'healthy', reason: string) =>
      resource(
        {
          name: 'explore',
          nature: 'workbench',
          entityRef: 'resource:default/sales-explore',
          ownerRef: 'user:default/nils',
        },
        { health, reason, message: `${reason}.` },
      ).row;
    await rig.tell(server('failed', 'ImageNotFound'));
    await rig.tell(server('healthy', 'Running'));
    expect(rig.sent).toMatchObject([
      {
        recipients: { entityRef: 'user:default/nils' },
        payload: {
          title: 'Notebook server Orders, daily does not run',
          link: '/catalog/default/resource/sales-explore',
          topic: 'Notebook servers',
        },
      },
      { payload: { title: 'Notebook server Orders, daily runs again' } },
    ]);
  });

  it('tells of one cause once, and of another one again', async () => {
    await rig.tell(runRow('failed'));
    await rig.tell(runRow('failed', { name: 'orders-daily-2' }));
    expect(rig.titles).toHaveLength(1);
    await rig.tell(runRow('failed', { reason: 'ImageNotFound' }));
    expect(rig.titles).toHaveLength(2);
    expect(rig.sent[1].payload.scope).toBe(rig.sent[0].payload.scope);
  });

  it('tells of recovery once, and only after trouble that was told', async () => {
    await rig.tell(runRow('succeeded'));
    await rig.tell(runRow('failed'));
    await rig.tell(runRow('succeeded'));
    await rig.tell(runRow('succeeded'));
    expect(rig.titles).toEqual([
      'Orders, daily failed',
      'Orders, daily succeeds again',
    ]);
    expect(rig.sent[1].payload).toMatchObject({
      severity: 'normal',
      description: 'Succeeded in 12 min.',
      scope: `${JOB} run`,
    });
  });

  it('stays calm about a job that goes to and fro, and tells when it fails again later', async () => {
    await rig.tell(runRow('failed'));
    await rig.tell(runRow('succeeded'));
    await rig.tell(runRow('failed'));
    expect(rig.titles).toHaveLength(2);
    rig.clock.advance(16 * MINUTE);
    await rig.tell(runRow('failed'));
    expect(rig.titles).toHaveLength(3);
  });

  it('lets one of two replicas tell, and tells nothing again after a restart', async () => {
    const other = new NoticeRig(database, rig.clock);
    rig.observe(runRow('failed'));
    other.observe(runRow('failed'));
    rig.clock.advance(10_000);
    await Promise.all([rig.idle(), other.idle()]);
    expect([...rig.titles, ...other.titles]).toHaveLength(1);

    const restarted = new NoticeRig(database, rig.clock);
    await restarted.tell(runRow('failed'));
    await restarted.tell(runRow('succeeded'));
    expect(restarted.titles).toEqual(['Orders, daily succeeds again']);
    other.stop();
    restarted.stop();
  });

  it.each([
    ['what the first look at a cluster found', {}, { found: true }],
    ['a source that is stale', { stale: { since: 'x', message: 'x' } }, {}],
    ['a run that a newer one has superseded', { superseded: true }, {}],
    ['a claim that is not verified', { claim: 'unverified' as const }, {}],
    ['a run of no job', { entityRef: undefined }, {}],
    ['an end that is no news', {}, { before: runRow('failed') }],
  ])('is silent about %s', async (_what, row, news) => {
    await rig.tell(runRow('failed', row), news);
    expect(rig.sent).toEqual([]);
  });

  it('is silent about a failure that a retry wipes away, and about a source that went stale meanwhile', async () => {
    const failed = runRow('failed');
    rig.rows.set(failed.id, runRow(undefined));
    await rig.tell(failed);
    rig.rows.set(failed.id, { ...failed, stale: { since: '', message: '' } });
    await rig.tell(failed);
    expect(rig.sent).toEqual([]);
  });

  it('tells of a run that cannot start, which no operator calls failed, unless it does after all', async () => {
    const stuck = (reason: string) =>
      resource(
        { name: 'orders-daily-1', entityRef: JOB },
        { health: 'failed', reason, message: `${reason}.` },
      ).row;
    await rig.tell(stuck('SecretMissing'));
    rig.rows.set(stuck('x').id, runRow(undefined));
    await rig.settle(50_000);
    expect(rig.sent).toEqual([]);
    rig.rows.clear();
    await rig.tell(stuck('ImageNotFound'));
    await rig.settle(50_000);
    expect(rig.sent).toMatchObject([
      {
        payload: {
          title: 'Orders, daily cannot start',
          description: 'ImageNotFound.',
          severity: 'high',
        },
      },
    ]);
    await rig.tell(stuck('ImageNotFound'), { before: stuck('ImageNotFound') });
    await rig.tell(runRow('failed', { reason: 'ImageNotFound' }), {
      before: stuck('ImageNotFound'),
    });
    await rig.settle(60_000);
    expect(rig.titles).toHaveLength(1);
    await rig.tell(runRow('succeeded'));
    expect(rig.titles[1]).toBe('Orders, daily succeeds again');
  });

  it('waits for the final words of a verdict, and tells of an object that is gone by then', async () => {
    const failed = runRow('failed', { reason: 'DriverFailed' });
    rig.rows.set(failed.id, runRow('failed', { reason: 'ImageNotFound' }));
    await rig.tell(failed);
    rig.rows.clear();
    await rig.tell(failed);
    const causes = await database('data_platform_notices').pluck('cause');
    expect(rig.titles).toHaveLength(2);
    expect(causes).toEqual(['DriverFailed']);
  });

  it('has nobody to tell where a job has no owner', async () => {
    const orphan = new NoticeRig(database, rig.clock, '');
    await orphan.tell(runRow('failed'));
    expect(orphan.sent).toEqual([]);
    expect(await database('data_platform_notices')).toEqual([]);
    orphan.stop();
  });

  it('tells of a back-fill once a cause, and takes none of its runs for recovery', async () => {
    await rig.tell(runRow('failed'));
    await rig.tell(runRow('failed'), { series: 'op-1' });
    await rig.tell(runRow('failed'), { series: 'op-1' });
    await rig.tell(runRow('succeeded'), { series: 'op-1' });
    expect(rig.titles).toEqual([
      'Orders, daily failed',
      'Orders, daily: a run of a back-fill failed',
    ]);
  });

  it('tells of a schedule that starts no runs, and when it does again', async () => {
    const schedule = (health: 'degraded' | 'healthy', reason: string) =>
      resource(
        { name: 'orders-daily', nature: 'schedule', entityRef: JOB },
        { health, reason, message: 'The run that was due has not started.' },
      ).row;
    const fine = schedule('healthy', 'Scheduled');
    const missed = schedule('degraded', 'ScheduleMissed');
    await rig.tell(missed, { before: fine, runId: undefined });
    await rig.tell(schedule('degraded', 'LastRunFailed'), { before: missed });
    await rig.tell(schedule('degraded', 'LastRunFailed'), { before: fine });
    expect(rig.titles).toEqual([
      'Orders, daily: the schedule does not start runs',
      'Orders, daily: the schedule starts runs again',
    ]);
    expect(rig.sent[0].payload.link).toBe(
      '/catalog/default/component/orders-daily/runs?view=schedule',
    );
  });
});
