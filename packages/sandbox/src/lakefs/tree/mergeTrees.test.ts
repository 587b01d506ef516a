import fc from 'fast-check';
import { ObjectEntry } from '../model/ObjectEntry';
import { comparePaths } from './comparePaths';
import { mergeTrees } from './mergeTrees';
import { Tree } from './Tree';

type State = Record<string, number>;

function treeOf(state: State): Tree<ObjectEntry> {
  const entries = Object.entries(state)
    .sort(([a], [b]) => comparePaths(a, b))
    .map(([path, checksum]) => ({
      path,
      checksum: String(checksum),
      size: 1,
      mtime: 0,
      contentType: 'text/plain',
      metadata: {},
      physicalAddress: '',
    }));
  return Tree.of(entries);
}

function stateOf(tree: Tree<ObjectEntry> | undefined): State | undefined {
  if (!tree) return undefined;
  const pairs = [...tree.from()].map(({ path, checksum }) => [path, +checksum]);
  return Object.fromEntries(pairs);
}

const state = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  fc.nat(2),
);

describe('mergeTrees', () => {
  it.each<[string, State, State, State, State | undefined]>([
    [
      'takes what only the source changed',
      { a: 1 },
      { a: 2 },
      { a: 1 },
      { a: 2 },
    ],
    [
      'keeps what only the destination changed',
      { a: 2 },
      { a: 1 },
      { a: 1 },
      { a: 2 },
    ],
    [
      'takes additions and removals',
      { a: 1, b: 1 },
      { b: 1, c: 1 },
      { a: 1, b: 1 },
      { b: 1, c: 1 },
    ],
    ['agrees where both did the same', { a: 2 }, { a: 2 }, { a: 1 }, { a: 2 }],
    ['refuses different changes', { a: 2 }, { a: 3 }, { a: 1 }, undefined],
    ['refuses a change of what was removed', {}, { a: 3 }, { a: 1 }, undefined],
    ['refuses two additions', { a: 2 }, { a: 3 }, {}, undefined],
  ])('%s', (_, destination, source, base, merged) => {
    const trees = [destination, source, base].map(treeOf) as [any, any, any];
    expect(stateOf(mergeTrees(...trees))).toEqual(merged);
  });

  it('decides conflicts as it is told', () => {
    const trees = [
      treeOf({ a: 2, x: 1 }),
      treeOf({ a: 3, y: 1 }),
      treeOf({ a: 1 }),
    ] as const;
    expect(stateOf(mergeTrees(...trees, 'dest-wins'))).toEqual({
      a: 2,
      x: 1,
      y: 1,
    });
    expect(stateOf(mergeTrees(...trees, 'source-wins'))).toEqual({
      a: 3,
      x: 1,
      y: 1,
    });
  });

  it('merges path by path, whatever the states', () => {
    fc.assert(
      fc.property(state, state, state, (destination, source, base) => {
        const paths = new Set([
          ...Object.keys(destination),
          ...Object.keys(source),
          ...Object.keys(base),
        ]);
        const wanted: State = {};
        let conflict = false;
        for (const path of paths) {
          const [ours, theirs, before] = [destination, source, base].map(
            one => one[path],
          );
          const taken = theirs === before ? ours : theirs;
          conflict ||= theirs !== before && ours !== before && ours !== theirs;
          if (taken !== undefined) wanted[path] = taken;
        }
        const merged = mergeTrees(
          treeOf(destination),
          treeOf(source),
          treeOf(base),
        );
        expect(stateOf(merged)).toEqual(conflict ? undefined : wanted);
      }),
    );
  });
});
