/**
 * Computes something once for each object, and forgets it with the object. For what is made of an object that is
 * replaced, never altered, when what it says changes.
 */
export function oncePer<K extends object, V>(
  compute: (object: K) => V,
): (object: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return object => {
    let entry = known.get(object);
    if (!entry) {
      entry = { value: compute(object) };
      known.set(object, entry);
    }
    return entry.value;
  };
}
