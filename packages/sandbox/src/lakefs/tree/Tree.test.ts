import fc from 'fast-check';
import { comparePaths } from './comparePaths';
import { compareTrees } from './compareTrees';
import { Tree } from './Tree';

interface Word {
  path: string;
  value: number;
}

const same = (left: Word, right: Word) => left.value === right.value;

const words = fc
  .dictionary(
    fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }),
    fc.nat(3),
    {
      maxKeys: 60,
    },
  )
  .map(
    found => new Map(Object.entries(found).filter(([path]) => isWhole(path))),
  );

/** Lone surrogates have no bytes. */
function isWhole(text: string): boolean {
  return Buffer.from(text).toString('utf8') === text;
}

function sorted(values: ReadonlyMap<string, number>): Word[] {
  return [...values]
    .map(([path, value]) => ({ path, value }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

function numbered(count: number): Tree<Word> {
  return Tree.of(
    Array.from({ length: count }, (_, at) => ({
      path: String(at).padStart(6, '0'),
      value: at,
    })),
  );
}

describe('comparePaths', () => {
  it('is the order of the bytes of UTF-8', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter(isWhole),
        fc.string({ unit: 'binary' }).filter(isWhole),
        (left, right) => {
          const bytes = Buffer.compare(Buffer.from(left), Buffer.from(right));
          expect(Math.sign(comparePaths(left, right))).toBe(bytes);
        },
      ),
    );
  });

  it('puts characters beyond the first plane behind all others', () => {
    expect(comparePaths('\u{10000}', '\uffff')).toBeGreaterThan(0);
  });
});

describe('Tree', () => {
  it('holds what was put, in order, however it was put', () => {
    fc.assert(
      fc.property(words, values => {
        let tree = Tree.empty<Word>();
        for (const [path, value] of values) tree = tree.set({ path, value });
        expect([...tree.from()]).toEqual(sorted(values));
        expect(tree.size).toBe(values.size);
        for (const [path, value] of values) {
          expect(tree.get(path)?.value).toBe(value);
        }
      }),
    );
  });

  it('changes many leaves as it would change them one by one', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const base = Tree.of(sorted(before));
        const changes = sorted(after).map(leaf => ({
          path: leaf.path,
          leaf: leaf.value === 0 ? undefined : leaf,
        }));
        let oneByOne = base;
        for (const { path, leaf } of changes) {
          oneByOne = leaf ? oneByOne.set(leaf) : oneByOne.delete(path);
        }
        expect([...base.change(changes).from()]).toEqual([...oneByOne.from()]);
      }),
    );
  });

  it('finds every difference of two trees, and nothing else', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const [left, right] = [before, after].map(all => Tree.of(sorted(all)));
        const found = [...compareTrees(left, right, same)];
        const paths = [...new Set([...before.keys(), ...after.keys()])];
        const differing = paths.filter(
          path => before.get(path) !== after.get(path),
        );
        expect(found.map(({ path }) => path)).toEqual(
          differing.sort(comparePaths),
        );
        for (const { path, left: one, right: other } of found) {
          expect([one?.value, other?.value]).toEqual([
            before.get(path),
            after.get(path),
          ]);
        }
      }),
    );
  });

  it('begins where it is asked to', () => {
    const tree = numbered(2_000);
    const [first] = tree.from(path => path > '001234');
    expect(first.path).toBe('001235');
    expect([...tree.from(path => path > '001999')]).toEqual([]);
  });

  it('shares all that a change leaves alone, and skips it when it compares', () => {
    const tree = numbered(100_000);
    const changed = tree.set({ path: '050000', value: -1 });
    const own = changed.ranges.filter(range => !tree.ranges.includes(range));
    expect(own).toHaveLength(1);
    let compared = 0;
    const found = [
      ...compareTrees(tree, changed, (left, right) => {
        compared++;
        return same(left, right);
      }),
    ];
    expect(found.map(({ path }) => path)).toEqual(['050000']);
    expect(compared).toBe(1);
  });

  it('removes the last leaf of a range', () => {
    const tree = Tree.empty<Word>().set({ path: 'a', value: 1 });
    expect(tree.delete('a').ranges).toEqual([]);
    expect(tree.delete('b')).toBe(tree);
  });
});
