/** Where a value stands in a tree. */
export type Path = readonly (string | number)[];

/** Paths of all values below a root, parents first. */
export function pathsOf(root: unknown, prefix: Path = []): Path[] {
  if (typeof root !== 'object' || root === null) {
    return [];
  }
  return Object.entries(root).flatMap(([key, value]) => {
    const path = [...prefix, key];
    return [path, ...pathsOf(value, path)];
  });
}

/** The value at a path, or undefined. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (isTree(value) ? value[key] : undefined),
    root,
  );
}

/**
 * A tree with the value at a path replaced, or (undefined) taken out. Only what lies on the path is copied. The path may be
 * gone already: then it is the same tree.
 */
export function withValue<T>(root: T, path: Path, value: unknown): T {
  if (path.length === 0) {
    return value as T;
  }
  if (!isTree(root)) {
    return root;
  }
  const [key, ...rest] = path;
  const copy: Tree = Array.isArray(root)
    ? ([...root] as unknown as Tree)
    : { ...root };
  if (rest.length > 0) {
    copy[key] = withValue(copy[key], rest, value);
  } else if (value === undefined) {
    delete copy[key];
  } else {
    copy[key] = value;
  }
  return copy as T;
}

type Tree = Record<string | number, unknown>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

/** Freezes a tree, so that whoever changes it is found. */
export function deepFreeze<T>(root: T): T {
  if (typeof root === 'object' && root !== null && !Object.isFrozen(root)) {
    Object.freeze(root);
    Object.values(root).forEach(deepFreeze);
  }
  return root;
}
