import fc from 'fast-check';
import { Health } from '@millrace/backstage-plugin-data-platform-common';
import { namespace } from './__testUtils__/evidence';
import { IndexHarness, scope, toy } from './__testUtils__/IndexHarness';
import { ROW_ORDERS } from './rowOrders';
import { ResourceQuery } from './types';

const HEALTHS: Health[] = [
  'healthy',
  'suspended',
  'progressing',
  'unknown',
  'degraded',
  'failed',
];

function filled(): IndexHarness {
  const harness = new IndexHarness();
  harness.evidence({
    type: 'namespace',
    scope: 'domains',
    op: 'replace',
    items: [
      namespace('sales', 'default.sales'),
      namespace('finance', 'default.finance'),
    ],
  });
  for (let index = 0; index < 60; index += 1) {
    const name = `job-${String(index).padStart(2, '0')}`;
    const started = Date.parse('2026-03-02T08:00:00Z') + index * 1000;
    harness.upsert(
      toy(
        name,
        {
          health: HEALTHS[index % 6],
          attempt: '1',
          startedAt: index % 7 ? started : undefined,
        },
        { namespace: ['sales', 'finance', 'nowhere'][index % 3] },
      ),
      undefined,
      index % 2 ? 'eu' : 'us',
    );
  }
  return harness;
}

const PAGE: ResourceQuery = {
  sort: 'name',
  order: 'asc',
  limit: 1000,
  offset: 0,
};

describe('queries', () => {
  const harness = filled();
  const { resources } = harness.index;
  const names = (query: Partial<ResourceQuery>) =>
    harness.rows(query).map(row => row.name);

  it('put the worst and then the newest on top', () => {
    const [first, second] = harness.rows({ sort: 'severity' });
    expect([first.assessment.health, second.assessment.health]).toEqual([
      'failed',
      'failed',
    ]);
    expect(harness.rows({ sort: 'severity' }).at(-1)!.assessment.health).toBe(
      'healthy',
    );
  });

  it.each(Object.keys(ROW_ORDERS) as ResourceQuery['sort'][])(
    'sort by %s, both ways, in pages that never overlap',
    sort => {
      const all = names({ sort });
      expect(names({ sort, order: 'desc' })).toEqual([...all].reverse());
      const paged = [0, 25, 50].flatMap(offset =>
        names({ sort, offset, limit: 25 }),
      );
      expect(paged).toEqual(all);
    },
  );

  it('put what has no domain last', () => {
    expect(harness.rows({ sort: 'domain' }).at(-1)!.namespace).toBe('nowhere');
  });

  it('filter by each field', () => {
    expect(names({ source: 'eu' })).toHaveLength(30);
    expect(names({ namespace: 'sales' })).toHaveLength(20);
    expect(names({ source: 'eu', namespace: 'sales' })).toHaveLength(10);
    // The label of a namespace counts on its own cluster alone.
    expect(names({ domainRef: 'domain:default/sales' })).toHaveLength(10);
    expect(names({ entityRef: 'component:default/none' })).toEqual([]);
    expect(names({ productRef: 'system:default/none' })).toEqual([]);
    expect(names({ nature: 'schedule' })).toEqual([]);
    expect(names({ exceptNature: 'schedule' })).toEqual(names({}));
    const none = resources.query({ ...PAGE, exceptNature: 'run' }, () => true);
    expect([none.total, none.counts.failed]).toEqual([0, 0]);
    expect(names({ kind: 'ToyRun' })).toHaveLength(60);
    expect(names({ kind: 'ToyRun.toys.example' })).toHaveLength(60);
    expect(names({ kind: 'ToyRun.other.example' })).toEqual([]);
    expect(names({ q: 'JOB-1' })).toHaveLength(10);
    expect(names({ q: 'job-1 finance' }).length).toBeGreaterThan(0);
    expect(names({ q: 'says failed' })).toHaveLength(10);
  });

  it('count all that match but for the health filter', () => {
    const page = resources.query(
      { ...PAGE, health: ['failed', 'degraded'], limit: 3 },
      () => true,
    );
    expect(page.items).toHaveLength(3);
    expect(page.total).toBe(20);
    expect(Object.values(page.counts)).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('never count or show what the viewer may not see', () => {
    const page = resources.query(PAGE, row => row.namespace === 'sales');
    const counted = Object.values(page.counts).reduce((a, b) => a + b);
    expect([page.total, counted, page.items.length]).toEqual([20, 20, 20]);
  });

  it('select by refs', () => {
    const selected = resources.select(
      { domainRef: 'domain:default/finance' },
      row => row.source === 'eu',
    );
    expect(selected).toHaveLength(10);
    expect(resources.select({}, () => true)).toHaveLength(60);
    expect(resources.select({}, () => false)).toEqual([]);
  });
});

/** A step of a life that many objects lead at once. */
const step = fc.record({
  name: fc.integer({ min: 0, max: 30 }).map(n => `t${n}`),
  space: fc.constantFrom('sales', 'finance'),
  health: fc.option(fc.constantFrom(...HEALTHS), { nil: undefined }),
  read: fc.constantFrom(
    ...(Object.keys(ROW_ORDERS) as ResourceQuery['sort'][]),
  ),
});

describe('orders that are kept between reads', () => {
  it('are what sorting anew would give, whatever changes between', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const harness = new IndexHarness();
        let version = 0;
        for (const { name, space, health, read } of steps) {
          const metadata = { namespace: space, uid: `${space}-${name}` };
          if (health) {
            harness.upsert(toy(name, { health }, metadata));
          } else {
            harness.index.sink.remove(scope(), toy(name, {}, metadata));
          }
          const rows = harness.rows({ sort: read });
          expect(rows).toEqual([...rows].sort(ROW_ORDERS[read]));
          expect(new Set(rows.map(row => row.id)).size).toBe(rows.length);
          expect(harness.index.resources.version).toBeGreaterThanOrEqual(
            version,
          );
          version = harness.index.resources.version;
        }
        const all = harness.rows();
        const alive = new Map<string, boolean>();
        for (const { name, space, health } of steps) {
          alive.set(`${space}-${name}`, health !== undefined);
        }
        expect(all.map(row => row.uid).sort()).toEqual(
          [...alive].flatMap(([uid, lives]) => (lives ? [uid] : [])).sort(),
        );
        // What a viewer may not see leaves no trace in any number.
        const { total, counts, items } = harness.index.resources.query(
          PAGE,
          row => row.namespace === 'sales',
        );
        const visible = all.filter(row => row.namespace === 'sales');
        expect(items).toEqual(visible);
        expect(total).toBe(visible.length);
        expect(Object.values(counts).reduce((a, b) => a + b)).toBe(total);
      }),
      { numRuns: 60 },
    );
  });

  it('can be followed by the log of changes alone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const harness = new IndexHarness();
        const { resources } = harness.index;
        const copy = new Map<string, number>();
        let at = 0;
        const follow = () => {
          for (const { id, version, removed } of resources.changesSince(at)!) {
            expect(version).toBeGreaterThan(at);
            at = version;
            copy.delete(id);
            if (!removed) {
              copy.set(id, version);
            }
          }
        };
        for (const { name, space, health, read } of steps) {
          const metadata = { namespace: space, uid: `${space}-${name}` };
          if (health) {
            harness.upsert(toy(name, { health }, metadata));
          } else {
            harness.index.sink.remove(scope(), toy(name, {}, metadata));
          }
          if (read === 'name') {
            follow();
          }
        }
        follow();
        expect([...copy].sort()).toEqual(
          harness
            .rows()
            .map(row => [row.id, row.version])
            .sort(),
        );
      }),
      { numRuns: 60 },
    );
  });
});
