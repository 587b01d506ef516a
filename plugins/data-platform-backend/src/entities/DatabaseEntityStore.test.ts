import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { Knex } from 'knex';
import { migrated, testDatabases } from '../__testUtils__/databases';
import { DatabaseEntityStore } from './DatabaseEntityStore';
import { EntityChange } from './types';

const BY = 'user:default/ada';

function entity(name: string, title = name, operation?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name,
      title,
      ...(operation && {
        annotations: { 'millrace.dev/operation': operation },
      }),
    },
    spec: { owner: 'group:default/a' },
  };
}

const databases = testDatabases();

describe.each(databases.eachSupportedId())('the entity store on %s', id => {
  let db: Knex;
  let store: DatabaseEntityStore;
  beforeEach(async () => {
    db = await migrated(await databases.init(id));
    store = new DatabaseEntityStore(db, () =>
      Date.parse('2026-03-02T09:00:00Z'),
    );
  });

  it('numbers changes, and knows that the same content is none', async () => {
    const first = await store.put(entity('a'), BY);
    const { spec, metadata, kind, apiVersion } = entity('a');
    const again = await store.put({ spec, metadata, kind, apiVersion }, BY);
    const second = await store.put(entity('a', 'A'), BY);
    expect([first.seq, again.seq, second.seq]).toEqual([1, 1, 2]);
    expect(await store.changesAfter(1, 10)).toMatchObject([
      {
        seq: 2,
        entityRef: 'system:default/a',
        entity: { metadata: { title: 'A' } },
      },
    ]);
  });

  it('stores what a source may state, not what the catalog added', async () => {
    const served = entity('a');
    await store.put(
      {
        ...served,
        metadata: { ...served.metadata, uid: 'u', etag: 'e' },
        relations: [{ type: 'ownedBy', targetRef: 'group:default/a' }],
      },
      BY,
    );
    expect(await store.get('system:default/a')).toEqual({
      ...served,
      metadata: { ...served.metadata, namespace: 'default' },
    });
  });

  it('leaves a tombstone', async () => {
    await store.put(entity('a'), BY);
    expect(await store.remove('system:default/a', BY)).toEqual({
      seq: 2,
      entityRef: 'system:default/a',
    });
    expect(await store.remove('system:default/a', BY)).toBeUndefined();
    expect(await store.all()).toEqual([]);
    expect(await store.changesAfter(0, 10)).toEqual([
      { seq: 2, entityRef: 'system:default/a' },
    ]);
    expect((await store.put(entity('a'), BY)).seq).toBe(3);
  });

  it('creates only where nothing is, unless the same operation made it', async () => {
    await store.put(entity('a', 'A', 'op-1'), BY, { expect: 'absent' });
    await store.put(entity('a', 'A', 'op-1'), BY, { expect: 'absent' });
    await expect(
      store.put(entity('a', 'B', 'op-2'), 'user:default/ben', {
        expect: 'absent',
      }),
    ).rejects.toThrow(
      'system:default/a is registered already, by user:default/ada at 2026-03-02T09:00:00.000Z.',
    );
    await expect(
      store.put(entity('a', 'B'), BY, { expect: 'absent' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it('keeps its identity, in every process on the database', async () => {
    const [one, other] = await Promise.all([
      store.generation(),
      new DatabaseEntityStore(db).generation(),
    ]);
    expect(one).toBe(other);
  });

  it('tells its listeners of changes alone', async () => {
    const told: EntityChange[] = [];
    const stop = store.subscribe(change => told.push(change));
    await store.put(entity('a'), BY);
    await store.put(entity('a'), BY);
    await store.remove('system:default/a', BY);
    stop();
    await store.put(entity('b'), BY);
    expect(told.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('a consumer that follows the sequence in pages of any size ends with what is stored', async () => {
    const change = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      title: fc.constantFrom('x', 'y', undefined),
      poll: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 15 }),
        fc.integer({ min: 1, max: 4 }),
        async (changes, page) => {
          await db('data_platform_entities').delete();
          const [row] = await db('data_platform_entity_sequence').select(
            'last_seq',
          );
          let after = Number(row?.last_seq ?? 0);
          const seen = new Map<string, unknown>();
          const poll = async () => {
            const got = await store.changesAfter(after, page);
            for (const each of got) {
              if (each.entity) seen.set(each.entityRef, each.entity);
              else seen.delete(each.entityRef);
              after = each.seq;
            }
            return got.length;
          };
          for (const { name, title, poll: now } of changes) {
            if (title) await store.put(entity(name, title), BY);
            else await store.remove(`system:default/${name}`, BY);
            if (now) await poll();
          }
          while ((await poll()) > 0);
          const stored = (await store.all()).map(each => [
            `system:default/${each.metadata.name}`,
            each,
          ]);
          expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(stored));
        },
      ),
      { numRuns: 25 },
    );
  });
});
