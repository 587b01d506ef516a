import {
  historyOn,
  migrated,
  run,
  succeeded,
  testDatabases,
} from './__testUtils__/historyDatabases';
import { pruneHistory, Retention } from './pruneHistory';
import { RUN_LOGS } from './runLogs';
import { DEFINITIONS, VERDICTS } from './runRow';

jest.setTimeout(60_000);

const databases = testDatabases();

function daysAgo(days: number): string {
  const now = Date.parse('2026-03-02T12:00:00Z');
  return new Date(now - days * 24 * 3600_000).toISOString();
}

describe.each(databases.eachSupportedId())('retention on %s', id => {
  async function start() {
    const database = await migrated(await databases.init(id));
    const { history, clock } = historyOn(database);
    const prune = async (retention?: Retention) => {
      await history.flush();
      const signal = new AbortController().signal;
      return pruneHistory({ database, retention, now: clock.now(), signal });
    };
    const left = async () =>
      (await history.query({ limit: 1000 })).map(each => each.id).sort();
    return { database, history, clock, prune, left };
  }

  it('deletes what is too old, with all that hangs on it', async () => {
    const { database, history, clock, prune, left } = await start();
    clock.advance(-100 * 24 * 3600_000);
    history.recordDefinition('old', 'a: 1');
    history.recordDefinition('kept', 'a: 2');
    clock.advance(100 * 24 * 3600_000);
    history.record(
      succeeded('old', { startedAt: daysAgo(91), definitionHash: 'old' }),
    );
    history.recordLog('old', { text: 'log' });
    history.record(
      succeeded('young', { startedAt: daysAgo(89), definitionHash: 'kept' }),
    );
    history.record(run('running', { startedAt: daysAgo(200) }));
    history.record(run('gone', { startedAt: daysAgo(200), uid: 'g' }));
    history.recordGone('eu', 'g', daysAgo(100), { seen: false });
    expect(await prune()).toBe(2);
    expect(await left()).toEqual(['running', 'young']);
    expect(await database(RUN_LOGS)).toEqual([]);
    expect(await database(VERDICTS).distinct('run_id')).toHaveLength(2);
    expect(await database(DEFINITIONS).pluck('hash')).toEqual(['kept']);
  });

  it('keeps the newest runs of each job', async () => {
    const { history, prune, left } = await start();
    for (let index = 0; index < 5; index += 1) {
      const startedAt = daysAgo(index);
      history.record(succeeded(`a${index}`, { startedAt }));
      history.record(
        succeeded(`b${index}`, { startedAt, entityRef: undefined }),
      );
    }
    history.record(succeeded('other', { entityRef: undefined, name: 'other' }));
    expect(await prune({ runsPerJob: 2 })).toBe(6);
    expect(await left()).toEqual(['a0', 'a1', 'b0', 'b1', 'other']);
    expect(await prune({ runsPerJob: 2 })).toBe(0);
  });

  it('works through many in small steps', async () => {
    const { history, prune, left } = await start();
    for (let index = 0; index < 1100; index += 1) {
      history.record(succeeded(`r${index}`, { startedAt: daysAgo(400) }));
    }
    expect(await prune({ days: 30 })).toBe(1100);
    expect(await left()).toEqual([]);
  });
});
