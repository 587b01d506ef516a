import { resolve } from 'node:path';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { BranchRecords } from './BranchRecords';
import { forgetTask } from './forgetTask';

/** PostgreSQL is tested where a server is named in the environment, as `npm test` does. */
const postgres = (
  [
    'POSTGRES_18',
    'POSTGRES_17',
    'POSTGRES_16',
    'POSTGRES_15',
    'POSTGRES_14',
  ] as TestDatabaseId[]
).filter(
  id =>
    process.env[
      `BACKSTAGE_TEST_DATABASE_${id.replace('_', '')}_CONNECTION_STRING`
    ],
);
const databases = TestDatabases.create({
  ids: ['SQLITE_3', ...postgres],
  disableDocker: true,
});
const at = { server: 'lake', repository: 'sales' };

describe.each(databases.eachSupportedId())('BranchRecords on %s', id => {
  let db: Knex;
  let records: BranchRecords;

  beforeAll(async () => {
    db = await databases.init(id);
    await db.migrate.latest({
      directory: resolve(__dirname, '../../migrations'),
    });
    records = new BranchRecords(db);
  });
  beforeEach(async () => {
    await db('lakefs_branches').delete();
  });

  it('keeps a record whole', async () => {
    const record = {
      ...{ ...at, name: 'fix', source: 'main', owner: 'user:default/ada' },
      purpose: 'März',
      expiresAt: 1_795_337_408_123,
      createdBy: 'user:default/ada',
      createdAt: 1,
      operation: 'op',
      lastCommit: 'c',
      seenAt: 2,
    };
    await records.put(record);
    expect(await records.get(record)).toEqual(record);
    expect((await records.of('lake', 'sales')).get('fix')).toEqual(record);
    expect(await records.get({ ...at, name: 'other' })).toBeUndefined();
  });

  it('forgets an earlier life of a name', async () => {
    await records.put({
      ...at,
      name: 'fix',
      owner: 'a',
      expiresAt: 1,
      deletedAt: 2,
    });
    await records.put({ ...at, name: 'fix', purpose: 'again' });
    expect(await records.get({ ...at, name: 'fix' })).toEqual({
      ...{ ...at, name: 'fix', purpose: 'again' },
    });
  });

  it('changes what is given, and makes the record where there is none', async () => {
    const key = { ...at, name: 'new' };
    await records.change(key, { owner: 'a', expiresAt: 5 });
    await records.change(key, { expiresAt: undefined, lastCommit: 'c' });
    expect(await records.get(key)).toEqual({
      ...key,
      owner: 'a',
      lastCommit: 'c',
    });
  });

  it('follows heads of ten thousand branches without losing what they are for', async () => {
    await records.put({
      ...at,
      name: 'b7',
      owner: 'a',
      deletedAt: 3,
      deletedBy: 'x',
    });
    const heads = Array.from({ length: 10_000 }, (_, n) => ({
      name: `b${n}`,
      commit: `c${n}`,
    }));
    await records.saw('lake', 'sales', heads, 9);
    expect(await records.get({ ...at, name: 'b7' })).toEqual({
      ...{ ...at, name: 'b7', owner: 'a', lastCommit: 'c7', seenAt: 9 },
    });
    expect((await records.of('lake', 'sales')).size).toBe(10_000);
  });

  it('keeps what was told of the end of a branch, and forgets it with a new life', async () => {
    const key = { ...at, name: 'due' };
    const notice = {
      ...{ noticeFor: 10, noticeAt: 20, noticeHead: 'c' },
      ...{ noticeDirty: true, noticeTold: false, expiryNote: 'it is kept' },
    };
    await records.put({ ...key, expiresAt: 10 });
    await records.change(key, notice);
    await records.saw('lake', 'sales', [{ name: 'due', commit: 'c' }], 1);
    expect(await records.get(key)).toMatchObject(notice);
    await records.change(key, { expiryNote: undefined });
    expect((await records.get(key))?.expiryNote).toBeUndefined();
    await records.put({ ...key, expiresAt: 30 });
    expect(await records.get(key)).toEqual({ ...key, expiresAt: 30 });
  });

  it('lists what was deleted and can be restored, the latest first, and forgets it in time', async () => {
    await records.saw(
      'lake',
      'sales',
      [
        { name: 'a', commit: '1' },
        { name: 'b', commit: '2' },
        { name: 'c', commit: '3' },
      ],
      1,
    );
    await records.gone('lake', 'sales', ['a'], 10);
    await records.gone('lake', 'sales', ['a', 'b'], 20);
    await records.change({ ...at, name: 'never' }, { deletedAt: 30 });
    const names = async () =>
      (await records.deleted('lake', 'sales', { limit: 10 })).map(
        ({ name }) => name,
      );
    expect(await names()).toEqual(['b', 'a']);
    expect(await records.deleted('lake', 'sales', { limit: 1 })).toHaveLength(
      1,
    );
    const task = forgetTask({ records, keptMs: 85, now: () => 100 });
    await task.run(new AbortController().signal);
    expect(await names()).toEqual(['b']);
    expect(await records.get({ ...at, name: 'c' })).toBeDefined();
  });

  it('finds what has expired, and only what is there', async () => {
    await records.put({ ...at, name: 'due', expiresAt: 10, lastCommit: 'c' });
    await records.put({ ...at, name: 'later', expiresAt: 30 });
    await records.put({ ...at, name: 'gone', expiresAt: 5, deletedAt: 6 });
    expect((await records.expiring(20)).map(({ name }) => name)).toEqual([
      'due',
    ]);
  });
});
