/** Finds what a simple JSONPath (`.status.conditions[?(@.type=="Ready")].status`, `.a.b[0]`) names. */
export function findPath(object: unknown, path: string): unknown {
  let values: unknown[] = [object];
  for (const step of steps(path)) {
    values = values.flatMap(value => step(value));
  }
  return values[0];
}

type Step = (value: any) => unknown[];

const STEP =
  /\.([A-Za-z0-9_\-]+|\*)|\['([^']+)'\]|\[(\d+|\*)\]|\[\?\(@\.([A-Za-z0-9_.\-]+)\s*==\s*["']([^"']*)["']\)\]|\.((?:[A-Za-z0-9_\-]|\\\.)+)/gy;

function steps(path: string): Step[] {
  const found: Step[] = [];
  const text = path.startsWith('.') || path.startsWith('[') ? path : `.${path}`;
  STEP.lastIndex = 0;
  for (let match = STEP.exec(text); match; match = STEP.exec(text)) {
    const [, key, quoted, index, filterKey, filterValue] = match;
    if (filterKey !== undefined) {
      found.push(value =>
        list(value).filter(
          item => String(findPath(item, `.${filterKey}`)) === filterValue,
        ),
      );
    } else if (key === '*' || index === '*') {
      found.push(value => list(value));
    } else if (index !== undefined) {
      found.push(value => present(list(value)[Number(index)]));
    } else {
      const name = quoted ?? key;
      found.push(value =>
        present(
          value !== null &&
            typeof value === 'object' &&
            Object.hasOwn(value, name)
            ? value[name]
            : undefined,
        ),
      );
    }
  }
  return found;
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value && typeof value === 'object' ? Object.values(value) : [];
}

function present(value: unknown): unknown[] {
  return value === undefined ? [] : [value];
}
