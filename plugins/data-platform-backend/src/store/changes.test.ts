import { pod } from './__testUtils__/evidence';
import { IndexHarness, scope, toy } from './__testUtils__/IndexHarness';
import { domain, job, product } from './__testUtils__/StaticEntities';
import { ChangeLog } from './ChangeLog';
import { IndexChange } from './types';

function listen(harness: IndexHarness): string[][] {
  const batches: string[][] = [];
  harness.index.resources.subscribe(changes =>
    batches.push(
      changes.map(({ row, removed }) => `${removed ? '-' : ''}${row.name}`),
    ),
  );
  return batches;
}

describe('changes', () => {
  it('are numbered and told in one batch a tick, each object once', () => {
    const harness = new IndexHarness();
    const batches = listen(harness);
    harness.upsert(toy('a'));
    harness.upsert(toy('b'));
    harness.upsert(toy('a', { health: 'failed' }));
    expect(batches).toEqual([]);
    harness.tick();
    expect(batches).toEqual([['b', 'a']]);
    harness.index.sink.remove(scope(), toy('b'));
    harness.tick();
    expect(batches.at(-1)).toEqual(['-b']);
    expect(harness.row('a')!.version).toBeLessThan(
      harness.index.resources.version,
    );
  });

  it('are told though the row stays, when what is behind it differs', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders', { health: 'healthy' }));
    harness.tick();
    const batches = listen(harness);
    const item = pod('p', { phase: 'Pending' });
    harness.evidence({ type: 'pod', scope: 'toy', op: 'upsert', item });
    harness.tick();
    expect(batches).toEqual([['orders']]);
    harness.clock.advance(60_000);
    expect(batches).toHaveLength(1);
  });

  it('can be followed from any version that is remembered', () => {
    const harness = new IndexHarness();
    const { resources } = harness.index;
    harness.upsert(toy('a'));
    const start = resources.version;
    harness.upsert(toy('b'));
    harness.upsert(toy('a', { health: 'failed' }));
    harness.index.sink.remove(scope(), toy('b'));
    const changes = resources.changesSince(start)!;
    expect(changes.map(({ row, removed }) => [row.name, removed])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(resources.changesSince(resources.version)).toEqual([]);
    expect(resources.changesSince(resources.version + 1)).toBeUndefined();
  });

  it('tell whom a row left', () => {
    const harness = new IndexHarness();
    for (const entity of [
      domain('sales'),
      product('shop', 'sales'),
      job('orders', 'shop'),
    ]) {
      harness.entities.upsert(entity);
    }
    harness.evidence({
      type: 'namespace',
      scope: 'domains',
      op: 'upsert',
      item: {
        name: 'sales',
        uid: 'n',
        labels: { 'millrace.dev/domain': 'default.sales' },
      },
    });
    const seen: IndexChange[] = [];
    harness.upsert(
      toy('a', undefined, {
        labels: { 'backstage.io/kubernetes-id': 'orders' },
      }),
    );
    harness.index.resources.subscribe(changes => seen.push(...changes));
    harness.upsert(toy('a'));
    harness.tick();
    expect(seen).toMatchObject([
      { before: { entityRef: 'component:default/orders' } },
    ]);
    expect(seen[0].row.entityRef).toBeUndefined();
  });

  it('do not stop at a subscriber that throws', () => {
    const harness = new IndexHarness();
    harness.index.resources.subscribe(() => {
      throw new Error('not my day');
    });
    const batches = listen(harness);
    harness.upsert(toy('a'));
    harness.tick();
    expect(batches).toEqual([['a']]);
    expect(harness.logger.error).toHaveBeenCalled();
  });
});

describe('ChangeLog', () => {
  const put = (log: ChangeLog, version: number, id: string) =>
    log.add({ version, id, row: { id } as IndexChange['row'], removed: false });

  it('never keeps fewer than fit, and forgets many at a time', () => {
    const log = new ChangeLog(16);
    const kept = [];
    for (let version = 1; version <= 20; version += 1) {
      put(log, version, `n${version}`);
      const floor = [...Array(version).keys()].find(at => log.since(at))!;
      kept.push(log.since(floor)?.length);
    }
    expect(kept.slice(14)).toEqual([15, 16, 17, 18, 16, 17]);
  });

  it('says when it has forgotten', () => {
    const log = new ChangeLog(2);
    const change = put.bind(undefined, log);
    change(1, 'a');
    change(2, 'b');
    expect(log.since(0)).toHaveLength(2);
    change(3, 'c');
    expect(log.since(0)).toBeUndefined();
    expect(log.since(1)?.map(each => each.id)).toEqual(['b', 'c']);
    change(4, 'b');
    expect(log.since(1)?.map(each => each.id)).toEqual(['c', 'b']);
  });
});
