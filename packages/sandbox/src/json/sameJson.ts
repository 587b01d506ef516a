/** Whether two JSON values are the same; the order of keys does not matter, a key that is undefined counts as absent. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameJson(item, b[index]))
    );
  }
  const left = definedKeys(a);
  return (
    left.length === definedKeys(b).length &&
    left.every(
      key =>
        Object.hasOwn(b, key) &&
        sameJson(
          (a as Record<string, unknown>)[key],
          (b as Record<string, unknown>)[key],
        ),
    )
  );
}

function definedKeys(value: object): string[] {
  return Object.keys(value).filter(
    key => (value as Record<string, unknown>)[key] !== undefined,
  );
}
