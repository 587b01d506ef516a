import fc from 'fast-check';
import { mergePatch } from './mergePatch';

/** RFC 7386, the server's side. */
function apply(target: any, patch: any): any {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch))
    return patch;
  const result: Record<string, unknown> =
    typeof target === 'object' && target !== null && !Array.isArray(target)
      ? { ...target }
      : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = apply(result[key], value);
  }
  return result;
}

const key = fc.constantFrom('a', 'b', 'c', 'd');
const { tree } = fc.letrec<{ tree: unknown; leaf: unknown; object: unknown }>(
  tie => ({
    leaf: fc.oneof(
      fc.integer(),
      fc.string(),
      fc.boolean(),
      fc.array(fc.integer()),
    ),
    object: fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    tree: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('object')),
  }),
);
const object = fc.dictionary(key, tree, { maxKeys: 4 });

describe('mergePatch', () => {
  it('turns one object into the other', () => {
    fc.assert(
      fc.property(object, object, (from, to) => {
        expect(apply(from, mergePatch(from, to))).toEqual({ ...to });
      }),
    );
  });

  it('says nothing of what is equal', () => {
    fc.assert(
      fc.property(object, same => {
        expect(mergePatch(same, structuredClone(same))).toEqual({});
      }),
    );
  });
});
