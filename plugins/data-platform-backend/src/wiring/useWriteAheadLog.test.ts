import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { useWriteAheadLog } from './useWriteAheadLog';

describe('useWriteAheadLog', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wal-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const mode = async (filename: string) => {
    const database = knexFactory({
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
    });
    await useWriteAheadLog(database);
    const [{ journal_mode }] = await database.raw('PRAGMA journal_mode');
    await database.destroy();
    return journal_mode;
  };

  it('changes the file of better-sqlite3, also one that is in use already', async () => {
    const file = join(folder, 'a.sqlite');
    expect(await mode(file)).toBe('wal');
    expect(await mode(file)).toBe('wal');
  });

  it('does no harm in memory', async () => {
    expect(await mode(':memory:')).toBe('memory');
  });

  it('says nothing to other databases', async () => {
    const raw = jest.fn();
    const postgres = { client: { config: { client: 'pg' } }, raw };
    await useWriteAheadLog(postgres as unknown as Knex);
    expect(raw).not.toHaveBeenCalled();
  });
});
