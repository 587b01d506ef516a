import fc from 'fast-check';
import { copyJson } from './copyJson';
import { deepFreeze } from './deepFreeze';
import { sameJson } from './sameJson';

describe('copyJson, deepFreeze, sameJson', () => {
  it('copies are the same and share nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const original = deepFreeze(JSON.parse(JSON.stringify(value)));
        const copy = copyJson(original);
        expect(sameJson(copy, original)).toBe(true);
        const nested = typeof copy === 'object' && copy !== null;
        // Plain values are always frozen, and have no other identity than their own.
        expect(Object.isFrozen(copy)).toBe(!nested);
        expect(copy === original).toBe(!nested);
      }),
    );
  });

  it('the order of keys does not matter, that of items does', () => {
    expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });

  it('a key that is undefined counts as absent, null does not', () => {
    expect(sameJson({ a: undefined }, {})).toBe(true);
    expect(sameJson({ a: null }, {})).toBe(false);
    expect(sameJson({ a: undefined }, { b: undefined })).toBe(true);
    expect(sameJson([], {})).toBe(false);
  });

  it('freezes all the way down', () => {
    const value = deepFreeze({ a: [{ b: 1 }] });
    expect(() => {
      value.a[0].b = 2;
    }).toThrow(TypeError);
  });
});
