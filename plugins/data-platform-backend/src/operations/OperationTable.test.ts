import { migrated, testDatabases } from '../__testUtils__/databases';
import { OperationTable } from './OperationTable';
import { OperationRecord } from './OperationRecord';
import { TestPlatform } from './__testUtils__/TestPlatform';

const LEASE = { owner: 'p1', until: 0 };

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'OperationTable on %s',
  databaseId => {
    let platform: TestPlatform;
    let table: OperationTable;
    beforeAll(async () => {
      const db = await migrated(await databases.init(databaseId));
      platform = await TestPlatform.create(db);
      table = new OperationTable(db);
    });
    beforeEach(() => platform.db('data_platform_operations').delete());

    /** A record of its own; `done` unless said otherwise. */
    async function put(id: string, parts: Partial<OperationRecord> = {}) {
      const record: OperationRecord = {
        id,
        operation: 'spark-job:run',
        title: id,
        actor: { userRef: 'user:default/ada', groups: [], ownershipRefs: [] },
        request: { operation: 'spark-job:run' },
        requestHash: id,
        steps: [],
        requirements: [],
        findings: [],
        createdAt: 1_000,
        state: 'done',
        direction: 'forward',
        progress: {},
        output: {},
        ...parts,
      };
      await table.insert(record, LEASE);
    }
    const ids = async (query: Partial<Parameters<OperationTable['list']>[0]>) =>
      (await table.list({ limit: 10, ...query })).map(({ id }) => id);

    it('lists by actor, operation, state and entity, newest first', async () => {
      const ben = {
        userRef: 'user:default/ben',
        groups: [],
        ownershipRefs: [],
      };
      await put('a', { createdAt: 1 });
      await put('b', {
        createdAt: 2,
        actor: ben,
        entityRef: 'component:default/x',
      });
      await put('c', {
        createdAt: 3,
        state: 'running',
        operation: 'domain:create',
      });
      await put('d', { createdAt: 4, state: 'failed', finishedAt: 4 });
      expect(await ids({})).toEqual(['d', 'c', 'b', 'a']);
      expect(await ids({ actor: 'user:default/ben' })).toEqual(['b']);
      expect(await ids({ operations: ['domain:create', 'x'] })).toEqual(['c']);
      expect(await ids({ state: 'open' })).toEqual(['c']);
      expect(await ids({ state: 'failed' })).toEqual(['d']);
      expect(await ids({ entityRef: 'component:default/x' })).toEqual(['b']);
      expect(
        await ids({
          visible: {
            actor: 'user:default/zoe',
            entityRefs: ['component:default/x'],
            ownerRefs: [],
          },
        }),
      ).toEqual(['b']);
      expect(
        await ids({
          visible: { actor: 'user:default/ada', entityRefs: [], ownerRefs: [] },
        }),
      ).toEqual(['d', 'c', 'a']);
    });

    it('still knows whose it was and where it belonged when the catalog has forgotten it', async () => {
      const place = {
        ownerRef: 'group:default/sales-team',
        productRef: 'system:default/shop',
        domainRef: 'domain:default/sales',
      };
      await put('a', { createdAt: 1, entityRef: 'component:default/x', place });
      await put('b', { createdAt: 2, entityRef: 'component:default/y' });
      await put('c', { createdAt: 3 });
      expect(await ids({ within: place.productRef })).toEqual(['a']);
      expect(
        await ids({
          within: place.domainRef,
          entityRefs: ['component:default/y'],
        }),
      ).toEqual(['b', 'a']);
      const visible = { actor: 'user:default/zoe', entityRefs: [] };
      expect(
        await ids({ visible: { ...visible, ownerRefs: [place.ownerRef] } }),
      ).toEqual(['a']);
      expect((await table.get('a'))?.place).toEqual(place);
      expect((await table.get('c'))?.place).toBeUndefined();
    });

    it('finds a text in any case in title, person, entity, operation and id, as it stands', async () => {
      await put('a1', { title: 'Run Orders_daily 100%' });
      await put('b2', { title: 'x', entityRef: 'component:default/orders' });
      await put('c3', { title: 'y', operation: 'domain:create' });
      await put('d4', { state: 'cancelled', finishedAt: 1 });
      expect(await ids({ q: ' ORDERS ' })).toEqual(['b2', 'a1']);
      expect(await ids({ q: 'rs_d' })).toEqual(['a1']);
      expect(await ids({ q: 's_' })).toEqual(['a1']);
      expect(await ids({ q: '0%' })).toEqual(['a1']);
      expect(await ids({ q: '!' })).toEqual([]);
      expect(await ids({ q: 'domain:c' })).toEqual(['c3']);
      expect(await ids({ q: 'D4' })).toEqual(['d4']);
      expect(await ids({ q: 'default/ADA', state: 'cancelled' })).toEqual([
        'd4',
      ]);
    });

    it('is read page by page without leaving out those of one millisecond', async () => {
      for (const [id, createdAt] of [
        ['a', 1],
        ['b', 2],
        ['c', 2],
        ['d', 2],
        ['e', 3],
      ] as const) {
        await put(id, { createdAt });
      }
      const first = await table.list({ limit: 2 });
      expect(first.map(({ id }) => id).sort()).toEqual(['b', 'c', 'd', 'e']);
      expect(await ids({ limit: 2, before: 2 })).toEqual(['a']);
    });

    it('forgets what ended long ago, and never what is under way', async () => {
      await put('old', { finishedAt: 10 });
      await put('failed', { state: 'failed', finishedAt: 20 });
      await put('cancelled', { state: 'cancelled', finishedAt: 20 });
      await put('young', { finishedAt: 2_000 });
      await put('running', { state: 'running', createdAt: 1 });
      expect(await table.prune(1_000)).toBe(3);
      expect((await ids({})).sort()).toEqual(['running', 'young']);
    });

    it('keeps who asked first to cancel, of what still goes on', async () => {
      await put('s', { state: 'running' });
      await put('ended');
      await table.cancel('s', { by: 'user:default/ada', at: 1 });
      await table.cancel('s', { by: 'user:default/ben', at: 2 });
      await table.cancel('ended', { by: 'user:default/ada', at: 1 });
      expect(await table.cancelled('s')).toEqual({
        by: 'user:default/ada',
        at: 1,
      });
      expect(await table.cancelled('ended')).toBeUndefined();
      expect(await table.cancelled('nothing')).toBeUndefined();
    });
  },
);
