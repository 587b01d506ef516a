import fc from 'fast-check';
import { deepFreeze, pathsOf, valueAt, withValue } from './mutations';

it('names every value, parents first', () => {
  expect(pathsOf({ a: [1, { b: null }] })).toEqual([
    ['a'],
    ['a', '0'],
    ['a', '1'],
    ['a', '1', 'b'],
  ]);
  expect(pathsOf('text')).toEqual([]);
});

it('replaces and removes without touching the original', () => {
  const tree = fc.jsonValue().map(value => ({ value }));
  fc.assert(
    fc.property(tree, fc.nat(), (root, index) => {
      const before = structuredClone(root);
      const frozen = deepFreeze(root);
      const paths = pathsOf(frozen);
      const path = paths[index % paths.length];
      expect(valueAt(withValue(frozen, path, 'new'), path)).toBe('new');
      expect(valueAt(withValue(frozen, path, undefined), path)).toBeUndefined();
      expect(frozen).toEqual(before);
    }),
  );
});

it('leaves a tree alone where the path ends early', () => {
  const tree = { a: 1 };
  expect(withValue(tree, ['a', 'b'], 2)).toEqual({ a: 1 });
});
