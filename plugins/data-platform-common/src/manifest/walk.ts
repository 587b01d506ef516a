/** One value inside a manifest, with where it stands. */
export interface Visit {
  /** For example `spec.sparkConf["spark.master"]`; empty for the root. */
  path: string;
  /** Key or index under which it stands; undefined for the root. */
  key: string | number | undefined;
  value: unknown;
  parent: unknown;
}

const MAX_DEPTH = 64;

/** Every value of a tree, parents first, at most 64 levels deep. */
export function* walk(root: unknown): Generator<Visit> {
  const open: (Visit & { depth: number })[] = [
    { path: '', key: undefined, value: root, parent: undefined, depth: 0 },
  ];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    yield visit;
    const { value, path, depth } = visit;
    if (typeof value !== 'object' || value === null || depth >= MAX_DEPTH) {
      continue;
    }
    const children = Array.isArray(value)
      ? value.map((item, index) => ({
          key: index as string | number,
          value: item as unknown,
          path: `${path}[${index}]`,
        }))
      : Object.keys(value).map(key => ({
          key: key as string | number,
          value: (value as Record<string, unknown>)[key],
          path: childPath(path, key),
        }));
    for (const child of children.reverse()) {
      open.push({ ...child, parent: value, depth: depth + 1 });
    }
  }
}

function childPath(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key))
    return `${path}[${JSON.stringify(key)}]`;
  return path ? `${path}.${key}` : key;
}
