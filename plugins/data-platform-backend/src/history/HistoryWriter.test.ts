import {
  historyOn,
  migrated,
  run,
  succeeded,
  testDatabases,
} from './__testUtils__/historyDatabases';
import { RUNS } from './runRow';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Lets promises run that wait for the database. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await condition()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 2));
  }
  throw new Error('did not come true');
}

describe('writing', () => {
  it('happens by itself, in batches', async () => {
    const database = await migrated(await databases.init('SQLITE_3'));
    const { history, clock } = historyOn(database);
    const count = async () =>
      Number((await database(RUNS).count({ n: '*' }))[0].n);
    history.record(run('a'));
    clock.advance(249);
    expect(await count()).toBe(0);
    clock.advance(1);
    await until(async () => (await count()) === 1);

    for (let index = 0; index < 450; index += 1) {
      history.record(run(`r${index}`));
    }
    expect(history.saturated).toBe(false);
    await until(async () => {
      clock.advance(1);
      return (await count()) === 451;
    });
  });

  it('waits for a database that is down, tells it once, and loses no end', async () => {
    const database = await migrated(await databases.init('SQLITE_3'));
    const { history, clock, logger } = historyOn(database);
    await database.schema.renameTable(RUNS, 'elsewhere');
    for (let index = 0; index < 3; index += 1) {
      history.record(succeeded(`s${index}`));
      await history.flush();
      clock.advance(60_000);
      await history.flush();
    }
    expect(logger.error).toHaveBeenCalledTimes(1);
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(history.query({ limit: 1 })).rejects.toThrow(
        /^The history of runs cannot be read now: its database does not answer\. Live state is not affected\.$/,
      );
    }
    expect(logger.error).toHaveBeenCalledTimes(2);

    await database.schema.renameTable('elsewhere', RUNS);
    await history.flush();
    expect(await history.query({ limit: 10 })).toHaveLength(3);
    expect(logger.info).toHaveBeenCalledWith(
      'The history of runs is written again',
    );
  });

  it('writes what is queued before it stops', async () => {
    const database = await migrated(await databases.init('SQLITE_3'));
    const { history } = historyOn(database);
    history.record(run('a'));
    await history.stop();
    expect(await history.query({ limit: 10 })).toHaveLength(1);
  });
});
