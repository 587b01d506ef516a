import fc from 'fast-check';
import { deepFreeze } from '../json/deepFreeze';
import { jsonPatch, PatchFault } from './jsonPatch';
import { mergePatch } from './mergePatch';
import { strategicMerge } from './strategicMerge';

describe('mergePatch', () => {
  it('removes by null, merges objects, replaces the rest (RFC 7386)', () => {
    const target = deepFreeze({ a: { b: 1, c: 2 }, d: [1, 2], e: 'x' });
    expect(
      mergePatch(target, { a: { b: null, f: { g: null } }, d: [3], e: null }),
    ).toEqual({ a: { c: 2, f: {} }, d: [3] });
  });

  it('an empty patch changes nothing, and a patch applied twice is applied once', () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(objects, objects, (target, patch) => {
        expect(mergePatch(target, {})).toEqual(target);
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });
});

describe('jsonPatch', () => {
  const target = deepFreeze({
    a: { 'b/c': 1, 'd~e': 2 },
    list: ['x', 'y', 'z'],
  });

  it('adds, replaces, removes, copies, moves and tests', () => {
    expect(
      jsonPatch(target, [
        { op: 'test', path: '/a/b~1c', value: 1 },
        { op: 'replace', path: '/a/d~0e', value: 3 },
        { op: 'add', path: '/list/1', value: 'new' },
        { op: 'add', path: '/list/-', value: 'last' },
        { op: 'remove', path: '/list/0' },
        { op: 'copy', from: '/a', path: '/copy' },
        { op: 'move', from: '/a', path: '/moved' },
      ]),
    ).toEqual({
      copy: { 'b/c': 1, 'd~e': 3 },
      moved: { 'b/c': 1, 'd~e': 3 },
      list: ['new', 'y', 'z', 'last'],
    });
  });

  it.each([
    [{ op: 'test', path: '/list/0', value: 'y' }],
    [{ op: 'remove', path: '/none' }],
    [{ op: 'replace', path: '/none', value: 1 }],
    [{ op: 'add', path: '/none/deep', value: 1 }],
    [{ op: 'add', path: '/list/9', value: 1 }],
    [{ op: 'add', path: '/list/01', value: 1 }],
    [{ op: 'remove', path: '/__proto__/x' }],
    [{ op: 'other', path: '' }],
    [{ op: 'add', path: 'a', value: 1 }],
  ])('%j does not fit', operation => {
    expect(() => jsonPatch(target, [operation])).toThrow(PatchFault);
  });

  it('leaves prototypes alone', () => {
    jsonPatch({}, [{ op: 'add', path: '/__proto__', value: { bad: true } }]);
    expect(({} as { bad?: boolean }).bad).toBeUndefined();
  });
});

describe('strategicMerge', () => {
  it('joins lists by their key and deletes by directive', () => {
    const pod = deepFreeze({
      spec: {
        containers: [
          { name: 'a', image: '1' },
          { name: 'b', image: '1' },
        ],
      },
    });
    expect(
      strategicMerge(pod, {
        spec: {
          $setElementOrder: [],
          containers: [
            { name: 'a', image: '2' },
            { name: 'b', $patch: 'delete' },
            { name: 'c', image: '3' },
          ],
        },
      }),
    ).toEqual({
      spec: {
        containers: [
          { name: 'a', image: '2' },
          { name: 'c', image: '3' },
        ],
      },
    });
  });

  it('adds to sets, takes from them, and replaces lists without a key', () => {
    const object = deepFreeze({
      metadata: { finalizers: ['a', 'b'] },
      args: [1],
    });
    expect(
      strategicMerge(object, { metadata: { finalizers: ['c'] }, args: [2] }),
    ).toEqual({ metadata: { finalizers: ['a', 'b', 'c'] }, args: [2] });
    expect(
      strategicMerge(object, {
        metadata: { '$deleteFromPrimitiveList/finalizers': ['a'] },
      }),
    ).toEqual({ metadata: { finalizers: ['b'] }, args: [1] });
  });
});
