import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import {
  failed,
  historyOn,
  migrated,
  succeeded,
  testDatabases,
} from './__testUtils__/historyDatabases';

jest.setTimeout(60_000);

const databases = testDatabases();

const numbers = (over: Partial<SparkNumbers> = {}): SparkNumbers => ({
  at: '2026-03-02T09:10:00.000Z',
  from: 'driver',
  stages: { active: 0, complete: 3, pending: 0, failed: 0 },
  tasks: { active: 0, complete: 40, failed: 0, total: 40 },
  hints: [{ reason: 'Spill', message: 'Stage 3 spilled 30 GiB to disk.' }],
  ...over,
});

describe.each(databases.eachSupportedId())('on %s', id => {
  const start = async () => {
    const database = await migrated(await databases.init(id));
    return { database, ...historyOn(database) };
  };

  it("keeps Spark's last numbers with the run", async () => {
    const { history } = await start();
    history.record(succeeded('a'));
    history.record(succeeded('b'));
    history.recordNumbers('a', numbers());
    await history.flush();
    expect((await history.get('a'))?.spark).toEqual(numbers());
    expect((await history.get('b'))?.spark).toBeUndefined();
  });

  it('never replaces them by what knows less, whoever writes last', async () => {
    const { database, history } = await start();
    const replica = historyOn(database).history;
    const tasks = { active: 1, complete: 30, failed: 0, total: 40 };
    const final = numbers({ from: 'history-server' });
    const later = '2026-03-02T09:20:00.000Z';
    history.record(succeeded('a'));
    for (const each of [numbers({ tasks }), final]) {
      history.recordNumbers('a', each);
      await history.flush();
    }
    replica.recordNumbers('a', numbers({ tasks, at: later }));
    await replica.flush();
    replica.recordNumbers('a', numbers({ at: '2026-03-02T09:00:00.000Z' }));
    await replica.flush();
    expect((await history.get('a'))?.spark).toEqual(final);
    replica.recordNumbers('a', numbers({ at: later }));
    await replica.flush();
    expect((await history.get('a'))?.spark?.at).toBe(later);
  });

  it('says why there is no log, until there is one', async () => {
    const { database, history } = await start();
    const replica = historyOn(database).history;
    const missing = { missing: 'The pod was gone.' };
    history.record(failed('a'));
    history.recordLog('a', missing);
    await history.flush();
    expect(await history.get('a')).toMatchObject({
      logTailMissing: 'The pod was gone.',
    });
    expect((await history.get('a'))?.logTail).toBeUndefined();

    replica.recordLog('a', { text: 'boom\n' });
    replica.recordLog('a', missing);
    await replica.flush();
    history.recordLog('a', missing);
    await history.flush();
    const detail = await history.get('a');
    expect(detail?.logTail).toBe('boom\n');
    expect(detail?.logTailMissing).toBeUndefined();
    expect(detail?.logTailTruncated).toBeUndefined();
  });
});
