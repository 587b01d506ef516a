import { TestDatabaseId } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { life, usageOf } from '../executors/__testUtils__/lives';
import { migrated, testDatabases } from '../__testUtils__/databases';
import { historyOn, succeeded } from './__testUtils__/historyDatabases';
import { pruneHistory } from './pruneHistory';
import { RUN_EXECUTORS } from './runUsage';

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'executors in the history, %s',
  (id: TestDatabaseId) => {
    let database: Knex;
    const rows = () => database(RUN_EXECUTORS).select('run_id', 'usage');

    beforeEach(async () => {
      database = await migrated(await databases.init(id));
      await database(RUN_EXECUTORS).delete();
    });

    it('adds up what replicas tell, and writes nothing twice', async () => {
      const one = historyOn(database).history;
      const other = historyOn(database).history;
      const a = usageOf([life('x', 0, 0), life('y', 0, 0, 30)]);
      const b = usageOf([life('x', 0, 0, 60)]);
      one.recordUsage('r1', a);
      await one.flush();
      other.recordUsage('r1', b);
      await other.flush();
      const both = await one.usage('r1');
      expect(both?.lives).toEqual([life('x', 0, 0, 60), life('y', 0, 0, 30)]);
      const before = await rows();
      one.recordUsage('r1', a);
      other.recordUsage('r1', b);
      await Promise.all([one.flush(), other.flush()]);
      expect(await rows()).toEqual(before);
      await Promise.all([one.stop(), other.stop()]);
    });

    it('adds up what waits to be written', async () => {
      const { history } = historyOn(database);
      history.recordUsage('r1', usageOf([life('x', 0, 0)]));
      history.recordUsage('r1', usageOf([life('y', 0, 0)]));
      await history.stop();
      expect((await history.usage('r1'))?.lives).toHaveLength(2);
      expect(await history.usage('r2')).toBeUndefined();
    });

    it('goes with its run', async () => {
      const { history, clock } = historyOn(database);
      history.record(succeeded('r1'));
      history.recordUsage('r1', usageOf([life('x', 0, 0)]));
      await history.stop();
      await pruneHistory({
        database,
        now: clock.now() + 91 * 24 * 3600_000,
        signal: new AbortController().signal,
      });
      expect(await rows()).toEqual([]);
    });
  },
);
