// Looked up once: judging an object reads hundreds of fields.
const { hasOwn } = Object;
const { isArray } = Array;
const { isFinite: isFiniteNumber } = Number;
const { parse: parseTime } = Date;
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

/**
 * The value at a path of own properties, or undefined. What comes from a cluster may have any shape; nothing here throws.
 */
export function field(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (
      typeof current !== 'object' ||
      current === null ||
      isArray(current) ||
      !hasOwn(current, key)
    ) {
      return undefined;
    }
    current = (current as Record<string, unknown>)[key];
  }
  return current ?? undefined;
}

/** A string that is not empty. */
export function textAt(
  value: unknown,
  ...path: readonly string[]
): string | undefined {
  const found = field(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A finite number. */
export function numberAt(
  value: unknown,
  ...path: readonly string[]
): number | undefined {
  const found = field(value, ...path);
  return typeof found === 'number' && isFiniteNumber(found) ? found : undefined;
}

/** A whole number of at least zero: a count. */
export function countAt(
  value: unknown,
  ...path: readonly string[]
): number | undefined {
  const found = numberAt(value, ...path);
  return found !== undefined && found >= 0 ? Math.floor(found) : undefined;
}

/** True only for the boolean. */
export function flagAt(value: unknown, ...path: readonly string[]): boolean {
  return field(value, ...path) === true;
}

/** A point in time, in epoch milliseconds, from RFC 3339 text. */
export function timeAt(
  value: unknown,
  ...path: readonly string[]
): number | undefined {
  const found = textAt(value, ...path);
  if (found === undefined || !TIME.test(found.slice(0, 40))) return undefined;
  const parsed = parseTime(found);
  return isFiniteNumber(parsed) ? parsed : undefined;
}

/** Own entries of an object; empty for anything else. */
export function entriesAt(
  value: unknown,
  ...path: readonly string[]
): readonly (readonly [string, unknown])[] {
  const found = field(value, ...path);
  return typeof found === 'object' && found !== null && !isArray(found)
    ? Object.entries(found)
    : [];
}

/** The strings of a list; empty for anything else. */
export function textsAt(
  value: unknown,
  ...path: readonly string[]
): readonly string[] {
  const found = field(value, ...path);
  return isArray(found)
    ? found.filter((item): item is string => typeof item === 'string')
    : [];
}

/** True for what a YAML or JSON mapping becomes. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isArray(value);
}
