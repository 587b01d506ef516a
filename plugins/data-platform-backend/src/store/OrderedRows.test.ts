import fc from 'fast-check';
import {
  Health,
  HEALTH_ORDER,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import { gradeOf, OrderedRows } from './OrderedRows';
import { ROW_ORDERS } from './rowOrders';
import { ResourceQuery } from './types';

const IDS = 200;

/** What orders look at. */
function rowOf(id: string, health: Health, superseded: boolean) {
  return {
    ...{ id, name: `name-${id.length}`, namespace: 'sales', source: 'east' },
    ...{ kind: 'Toy', group: 'example.com', superseded },
    ...{ createdAt: '2026-01-01T00:00:00Z', assessment: { health } },
  } as PlatformResource;
}

const change = fc.record({
  id: fc.integer({ min: 0, max: IDS }).map(n => `id-${n}`),
  health: fc.option(fc.constantFrom(...HEALTH_ORDER), { nil: undefined }),
  superseded: fc.boolean(),
});

/** What changes between two reads: few rows, which are moved, or many, which are merged. */
const batch = fc.oneof(
  fc.array(change, { maxLength: 5 }),
  fc.array(change, { minLength: 100, maxLength: 180 }),
);

describe('rows that are kept in order', () => {
  it.each(Object.keys(ROW_ORDERS) as ResourceQuery['sort'][])(
    'are all rows sorted by %s, however many changed since the last read',
    sort => {
      fc.assert(
        fc.property(fc.array(batch, { maxLength: 8 }), batches => {
          const rows = new Map<string, PlatformResource>();
          const ordered = new OrderedRows(ROW_ORDERS[sort], [], id =>
            rows.get(id),
          );
          for (const changes of batches) {
            for (const { id, health, superseded } of changes) {
              if (health) rows.set(id, rowOf(id, health, superseded));
              else rows.delete(id);
              ordered.touch(id);
            }
            const read = ordered.read();
            const sorted = [...rows.values()].sort(ROW_ORDERS[sort]);
            expect(read.rows.map(({ id }) => id)).toEqual(
              sorted.map(({ id }) => id),
            );
            expect(read.grades).toEqual(sorted.map(gradeOf));
          }
        }),
      );
    },
  );

  it('begin with all rows that are there', () => {
    const rows = new Map(
      Array.from({ length: IDS }, (_, n) => {
        const id = `id-${n}`;
        return [id, rowOf(id, 'healthy', false)] as const;
      }),
    );
    const ordered = new OrderedRows(ROW_ORDERS.name, rows.keys(), id =>
      rows.get(id),
    );
    expect(ordered.read().rows).toHaveLength(IDS);
    // Nothing has changed: it is the same order.
    expect(ordered.read().rows).toHaveLength(IDS);
  });
});
