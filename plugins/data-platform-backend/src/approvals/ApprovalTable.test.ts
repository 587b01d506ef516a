import { Knex } from 'knex';
import { migrated, testDatabases } from '../__testUtils__/databases';
import { AT, record } from './__testUtils__/records';
import { ApprovalTable } from './ApprovalTable';

const databases = testDatabases();
const OLGA = 'user:default/olga';
const said = (text: string, by = OLGA) => ({ by, at: AT + 1, text });

describe.each(databases.eachSupportedId())('ApprovalTable on %s', id => {
  let db: Knex;
  let table: ApprovalTable;
  /** Another replica. */
  let other: ApprovalTable;

  beforeAll(async () => {
    db = await migrated(await databases.init(id));
    table = new ApprovalTable(db);
    other = new ApprovalTable(db);
  });
  beforeEach(async () => {
    await db('data_platform_approvals').delete();
    await db('data_platform_approval_comments').delete();
  });

  it('keeps a request whole, with its first word', async () => {
    const asked = record({ commentCount: 1, link: '/catalog/x' });
    expect(await table.insert(asked, said('März, please'))).toBeUndefined();
    expect(await table.get('a-1')).toEqual(asked);
    expect(await table.comments('a-1')).toEqual([said('März, please')]);
    expect(await table.get('unknown')).toBeUndefined();
  });

  it('has one live request for a thing, whoever asks at the same moment', async () => {
    const answers = await Promise.all([
      table.insert(record({ id: 'a-1' }), said('one')),
      other.insert(record({ id: 'a-2' }), said('two')),
      table.insert(record({ id: 'a-3', about: 'else' })),
    ]);
    const rows = await table.list({ states: ['open'] }, 10);
    expect(rows).toHaveLength(2);
    const winner = rows.find(({ about }) => about === 'about-1')!.id;
    expect(answers.filter(Boolean)).toEqual([
      expect.objectContaining({ id: winner }),
    ]);
    expect(await db('data_platform_approval_comments')).toHaveLength(1);
  });

  it('lets one of two reviewers decide', async () => {
    await table.insert(record());
    const answers = await Promise.all([
      table.decide('a-1', 'approved', 'approver', said('yes')),
      other.decide('a-1', 'rejected', 'approver', said('no', 'user:default/p')),
    ]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    const [comment, ...more] = await table.comments('a-1');
    expect(more).toEqual([]);
    const decided = (await table.get('a-1'))!;
    expect(decided.decidedBy).toBe(comment.by);
    expect(decided.commentCount).toBe(1);
  });

  it('lets one operation use an approval, and another after that came to nothing', async () => {
    await table.insert(record({ state: 'approved' }));
    const answers = await Promise.all([
      table.claim('a-1', 'op-1', AT),
      other.claim('a-1', 'op-2', AT),
    ]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    const { operationId = '' } = (await table.get('a-1'))!;
    expect(await table.close('a-1', 'withdrawn', AT)).toBe(false);
    expect(await table.unchecked(10)).toEqual([]);
    await table.release(operationId);
    expect(await table.claim('a-1', 'op-3', AT + 9)).toBe(true);
    expect((await table.claimed(AT + 10, 10)).map(each => each.id)).toEqual([
      'a-1',
    ]);
    expect(await table.done('op-3', AT)).toBe(true);
    expect(await table.done('op-3', AT)).toBe(false);
    expect(await table.claim('a-1', 'op-4', AT)).toBe(false);
    expect(await table.liveOf('about-1')).toBeUndefined();
  });

  it.each(['open', 'rejected', 'withdrawn', 'stale', 'done'] as const)(
    'lets no operation use one that is %s',
    async state => {
      await table.insert(record({ state }));
      expect(await table.claim('a-1', 'op', AT)).toBe(false);
    },
  );

  it('takes so many words and no more, two at a time', async () => {
    await table.insert(record());
    const limits = { states: ['open'] as const, most: 3 };
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        (n % 2 ? table : other).comment('a-1', said(`word ${n}`), limits),
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(3);
    expect(await table.comments('a-1')).toHaveLength(3);
    await table.close('a-1', 'withdrawn', AT);
    expect(
      await table.comment('a-1', said('late'), { ...limits, most: 9 }),
    ).toBe(false);
  });

  it('tells the latest request for a thing, the live one before all', async () => {
    await table.insert(record({ id: 'old', state: 'withdrawn' }));
    await table.insert(
      record({ id: 'new', state: 'rejected', requestedAt: AT + 5 }),
    );
    expect((await table.latest('about-1'))?.id).toBe('new');
    await table.insert(record({ id: 'live', requestedAt: AT - 5 }));
    expect((await table.latest('about-1'))?.id).toBe('live');
    expect(await table.latest('nothing')).toBeUndefined();
  });

  it('lists by state, entity and person, newest first', async () => {
    await table.insert(record({ id: '1', about: 'a' }));
    await table.insert(
      record({ id: '2', about: 'b', requestedAt: AT + 1, entityRef: 'x:y/z' }),
    );
    await table.insert(
      record({ id: '3', about: 'c', requestedBy: OLGA, state: 'rejected' }),
    );
    const ids = async (filter: object) =>
      (await table.list(filter, 10)).map(each => each.id);
    expect(await ids({ states: ['open'] })).toEqual(['2', '1']);
    expect(await ids({ entityRef: 'x:y/z' })).toEqual(['2']);
    expect(await ids({ requestedBy: OLGA })).toEqual(['3']);
    expect(await table.list({}, 1)).toHaveLength(1);
    expect(await table.countOpen('user:default/ada')).toBe(2);
  });

  it('goes through them in turn', async () => {
    await table.insert(record({ id: '1', about: 'a' }));
    await table.insert(record({ id: '2', about: 'b', requestedAt: AT + 1 }));
    await table.checked('1', AT + 60_000);
    expect((await table.unchecked(1)).map(each => each.id)).toEqual(['2']);
  });

  it('forgets with its words what was closed long ago, and nothing that is live', async () => {
    await table.insert(record({ id: '1', about: 'a' }), said('x'));
    await table.close('1', 'stale', AT, 'It moved.');
    await table.insert(record({ id: '2', about: 'b' }), said('y'));
    expect(await table.prune(AT)).toBe(0);
    expect(await table.prune(AT + 1)).toBe(1);
    expect(await table.comments('1')).toEqual([]);
    expect((await table.list({}, 10)).map(each => each.id)).toEqual(['2']);
  });
});
