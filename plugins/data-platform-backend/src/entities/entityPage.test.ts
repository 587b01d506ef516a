import { Entity } from '@backstage/catalog-model';
import { entityPage } from './entityPage';
import { EntityChange, EntityStore } from './types';

class FakeStore
  implements Pick<EntityStore, 'changesAfter' | 'generation' | 'subscribe'>
{
  readonly changes: EntityChange[] = [];
  readonly listeners = new Set<(change: EntityChange) => void>();
  async generation() {
    return 'g1';
  }
  async changesAfter(seq: number, limit: number) {
    return this.changes.filter(change => change.seq > seq).slice(0, limit);
  }
  subscribe(listener: (change: EntityChange) => void) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  add(tell = true) {
    const change = {
      seq: this.changes.length + 1,
      entityRef: 'system:default/a',
      entity: { kind: 'System' } as Entity,
    };
    this.changes.push(change);
    if (tell) for (const listener of [...this.listeners]) listener(change);
  }
}

describe('entityPage', () => {
  const store = () => new FakeStore() as FakeStore & EntityStore;
  const query = (more = {}) => ({
    after: 0,
    waitMs: 0,
    limit: 2,
    signal: new AbortController().signal,
    ...more,
  });

  it('answers at once with what there is, page by page', async () => {
    const entities = store();
    for (let n = 0; n < 3; n += 1) entities.add();
    const first = await entityPage(entities, query());
    expect(first).toMatchObject({ seq: 2, more: true, generation: 'g1' });
    const second = await entityPage(entities, query({ after: first.seq }));
    expect(second).toMatchObject({ seq: 3, more: false });
    expect(second.items).toHaveLength(1);
    expect(await entityPage(entities, query({ after: 3 }))).toMatchObject({
      items: [],
      seq: 3,
    });
  });

  it('waits for a change and leaves no listener behind', async () => {
    const entities = store();
    const waiting = entityPage(entities, query({ waitMs: 20_000 }));
    setImmediate(() => entities.add());
    expect((await waiting).items).toHaveLength(1);
    expect(entities.listeners.size).toBe(0);
  });

  it('finds what another process wrote', async () => {
    const entities = store();
    const waiting = entityPage(entities, query({ waitMs: 20_000 }));
    setImmediate(() => entities.add(false));
    expect((await waiting).items).toHaveLength(1);
  });

  it('ends when its reader goes away', async () => {
    const entities = store();
    const gone = new AbortController();
    const waiting = entityPage(
      entities,
      query({ waitMs: 20_000, signal: gone.signal }),
    );
    setImmediate(() => gone.abort());
    expect((await waiting).items).toEqual([]);
    expect(entities.listeners.size).toBe(0);
  });
});
