import { Diff } from '../client/types';
import { diffGroups, tableOf } from './diffGroups';

const diff = (type: Diff['type'], path: string, size?: number): Diff => ({
  type,
  path,
  path_type: 'object',
  ...(size !== undefined && { size_bytes: size }),
});

describe('tableOf', () => {
  it.each([
    ['tables/orders/data/dt=1/a.parquet', 'tables/orders/'],
    ['tables/orders/metadata/v1.json', 'tables/orders/'],
    ['delta/x/_delta_log/0.json', 'delta/x/'],
    ['raw/dt=2026-01-01/h=1/a.csv', 'raw/'],
    ['data/a.csv', 'data/'],
    ['a.csv', ''],
    ['docs/readme.md', 'docs/'],
  ])('%s belongs to %j', (path, table) => {
    expect(tableOf(path)).toBe(table);
  });
});

describe('diffGroups', () => {
  it('counts and sums by table, in the order of the page', () => {
    expect(
      diffGroups([
        diff('added', 'a/data/1.parquet', 10),
        diff('removed', 'a/data/2.parquet', 4),
        diff('changed', 'b/x.csv', 3),
        diff('conflict', 'a/metadata/v.json'),
      ]).map(({ items, ...group }) => [group, items.length]),
    ).toEqual([
      [
        {
          prefix: 'a/',
          counts: { added: 1, removed: 1, conflict: 1 },
          objects: 3,
          addedBytes: 10,
          removedBytes: 4,
        },
        3,
      ],
      [
        {
          prefix: 'b/',
          counts: { changed: 1 },
          objects: 1,
          addedBytes: 3,
          removedBytes: 0,
        },
        1,
      ],
    ]);
    expect(diffGroups([])).toEqual([]);
  });
});
