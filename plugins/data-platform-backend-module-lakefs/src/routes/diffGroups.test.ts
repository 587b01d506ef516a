import { Diff } from '../client/types';
import { diffPage, tableOf } from './diffGroups';

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

describe('diffPage', () => {
  const page = (results: Diff[], next = '') =>
    diffPage({
      results,
      pagination: {
        has_more: next !== '',
        next_offset: next,
        results: results.length,
        max_per_page: 1_000,
      },
    });

  it('counts and sums by table, in the order of the page', () => {
    const { groups, count } = page([
      diff('added', 'a/data/1.parquet', 10),
      diff('removed', 'a/data/2.parquet', 4),
      diff('changed', 'b/x.csv', 3),
      diff('conflict', 'a/metadata/v.json'),
    ]);
    expect(count).toBe(4);
    expect(groups.map(({ items, ...group }) => [group, items.length])).toEqual([
      [
        {
          prefix: 'a/',
          counts: { added: 1, removed: 1, conflict: 1 },
          objects: 3,
          addedBytes: 10,
          removedBytes: 4,
          more: false,
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
          more: false,
        },
        1,
      ],
    ]);
    expect(page([])).toEqual({ groups: [], count: 0 });
  });

  it('says which tables go on in the next page', () => {
    const { groups, next } = page(
      [diff('added', 'a/x.csv', 1), diff('added', 'b/data/1.parquet', 1)],
      'b/data/1.parquet',
    );
    expect(next).toBe('b/data/1.parquet');
    expect(groups.map(({ prefix, more }) => [prefix, more])).toEqual([
      ['a/', false],
      ['b/', true],
    ]);
  });
});
