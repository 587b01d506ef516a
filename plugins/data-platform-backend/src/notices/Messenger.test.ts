import { Knex } from 'knex';
import { migrated, testDatabases } from '../__testUtils__/databases';
import { NoticeRig, runRow } from './__testUtils__/NoticeRig';

const databases = testDatabases();
const ABSENT = () =>
  new Error(
    'Failed to send notifications: Error: Request failed with status 404',
  );
const BROKEN = () =>
  new Error(
    'Failed to send notifications: Error: Request failed with status 503',
  );

describe('a notifications plugin that does not answer well', () => {
  let database: Knex;
  let rig: NoticeRig;

  beforeAll(async () => {
    database = await migrated(await databases.init('SQLITE_3'));
  });

  beforeEach(async () => {
    await database('data_platform_notices').delete();
    rig = new NoticeRig(database);
  });

  afterEach(() => rig.stop());

  it('is not there: that is told once in the log, is no error, and is tried again in an hour', async () => {
    rig.problems.push(ABSENT());
    await rig.tell(runRow('failed'));
    await rig.tell(runRow('failed', { reason: 'Other' }));
    expect(rig.logger.info).toHaveBeenCalledTimes(1);
    expect(rig.logger.info).toHaveBeenCalledWith(
      expect.stringContaining('the notifications plugin is not installed'),
    );
    expect(rig.logger.warn).not.toHaveBeenCalled();
    rig.clock.advance(60 * 60_000);
    await rig.tell(runRow('failed'));
    expect(rig.titles).toHaveLength(1);
    expect(rig.logger.info).toHaveBeenCalledTimes(1);
  });

  it('fails for a while: it is tried again', async () => {
    rig.problems.push(BROKEN(), BROKEN());
    await rig.tell(runRow('failed'));
    expect(rig.sent).toEqual([]);
    await rig.settle(5_000);
    await rig.settle(60_000);
    expect(rig.titles).toHaveLength(1);
    expect(rig.logger.warn).not.toHaveBeenCalled();
  });

  it('fails for good: the log says so, and the next run is told of again', async () => {
    rig.problems.push(BROKEN(), BROKEN(), BROKEN());
    await rig.tell(runRow('failed'));
    await rig.settle(5_000);
    await rig.settle(60_000);
    expect(rig.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Orders, daily failed'),
    );
    await rig.tell(runRow('succeeded'));
    expect(rig.sent).toEqual([]);
    rig.clock.advance(16 * 60_000);
    await rig.tell(runRow('failed'));
    expect(rig.titles).toEqual(['Orders, daily failed']);
  });

  it('hangs: half a minute is enough', async () => {
    const send = jest
      .spyOn(rig, 'send')
      .mockImplementationOnce(() => new Promise(() => {}));
    await rig.tell(runRow('failed'));
    await rig.settle(30_000);
    await rig.settle(5_000);
    expect(send).toHaveBeenCalledTimes(2);
    expect(rig.titles).toHaveLength(1);
  });
});
