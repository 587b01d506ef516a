import fc from 'fast-check';
import { Diff, Page } from '../client/types';
import { readDiffGroups } from './readDiffGroups';

/** A server with these changes, in byte order as lakeFS gives them. */
function serverOf(changes: readonly Diff[]) {
  const asked: (string | undefined)[] = [];
  const read = async (slice: {
    after?: string;
    amount: number;
  }): Promise<Page<Diff>> => {
    const { after, amount } = slice;
    asked.push(after);
    const rest = changes.filter(
      ({ path }) => after === undefined || path > after,
    );
    const results = rest.slice(0, amount);
    return {
      results,
      pagination: {
        has_more: rest.length > amount,
        next_offset: rest.length > amount ? results.at(-1)!.path : '',
        results: results.length,
        max_per_page: 1_000,
      },
    };
  };
  return { read, asked };
}

const added = (path: string): Diff => ({
  ...{ path, type: 'added', path_type: 'object', size_bytes: 2 },
});

/** So many objects of a table. */
const table = (name: string, objects: number) =>
  Array.from({ length: objects }, (_, at) =>
    added(`${name}/data/${String(at).padStart(6, '0')}`),
  );

describe('readDiffGroups', () => {
  it('tells all of a small difference', async () => {
    const { read, asked } = serverOf([
      ...table('a', 3),
      { ...added('b/x'), type: 'removed' },
    ]);
    expect(await readDiffGroups(read)).toEqual({
      groups: [
        {
          prefix: 'a/',
          counts: { added: 3 },
          ...{ objects: 3, addedBytes: 6, removedBytes: 0, more: false },
        },
        {
          prefix: 'b/',
          counts: { removed: 1 },
          ...{ objects: 1, addedBytes: 0, removedBytes: 2, more: false },
        },
      ],
      ...{ objects: 4, addedBytes: 6, removedBytes: 2, more: false },
    });
    expect(asked).toEqual([undefined]);
  });

  it('jumps over the rest of a big table, and says that there is more of it', async () => {
    const { read, asked } = serverOf([...table('a', 50_000), ...table('b', 2)]);
    const { groups, more, next } = await readDiffGroups(read);
    expect(
      groups.map(group => [group.prefix, group.objects, group.more]),
    ).toEqual([
      ['a/', 2_000, true],
      ['b/', 2, false],
    ]);
    expect([more, next]).toEqual([true, undefined]);
    expect(asked).toHaveLength(3);
  });

  it('reads ten pages at most, and says where to go on', async () => {
    const tables = Array.from({ length: 20 }, (_, at) =>
      table(`t${String(at).padStart(2, '0')}`, 1_500),
    ).flat();
    const { read, asked } = serverOf(tables);
    const first = await readDiffGroups(read);
    expect(asked).toHaveLength(10);
    expect(first.more).toBe(true);
    expect(first.groups.at(-1)!.more).toBe(true);
    const second = await readDiffGroups(read, first.next);
    expect(second.groups.at(-1)!.prefix).toBe('t13/');
  });

  it('tells so many tables at a time', async () => {
    const { read } = serverOf(
      Array.from({ length: 500 }, (_, at) =>
        added(`t${String(at).padStart(3, '0')}/x`),
      ),
    );
    const first = await readDiffGroups(read);
    expect([first.groups.length, first.more]).toEqual([300, true]);
    const second = await readDiffGroups(read, first.next);
    expect(second.groups.map(({ prefix }) => prefix)).toEqual(
      Array.from({ length: 200 }, (_, at) => `t${at + 300}/`),
    );
  });

  it('never counts more than there is, and all of what is no "at least"', async () => {
    const path = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'ä'), fc.nat(9), fc.nat(999))
      .map(([name, part, at]) => `${name}/p=${part}/${at}`);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(path, { maxLength: 60 }), async paths => {
        const { read } = serverOf(paths.sort().map(added));
        const { groups, objects, more } = await readDiffGroups(read);
        expect(more).toBe(false);
        expect(objects).toBe(paths.length);
        for (const { prefix, objects: n } of groups) {
          expect(n).toBe(paths.filter(each => each.startsWith(prefix)).length);
        }
      }),
    );
  });
});
