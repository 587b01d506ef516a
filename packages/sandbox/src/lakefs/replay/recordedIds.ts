import { isObject } from '../../json/isObject';

/** Commit ids and metaranges; ids of runs, pull requests and addresses. */
const ID = /[0-9a-f]{64}|[0-9a-v]{20}/g;
const KEYED = ['token'];

/** Learns which made-up id stands for a recorded one, from two bodies of one shape. */
export function learnIds(
  recorded: unknown,
  actual: unknown,
  ids: Map<string, string>,
  key = '',
): void {
  if (typeof recorded === 'string' && typeof actual === 'string') {
    if (KEYED.includes(key)) ids.set(recorded, actual);
    const before = recorded.match(ID) ?? [];
    const now = actual.match(ID) ?? [];
    if (before.length === now.length) {
      before.forEach((id, at) => {
        if (!ids.has(id)) ids.set(id, now[at]);
      });
    }
    return;
  }
  if (Array.isArray(recorded) && Array.isArray(actual)) {
    if (recorded.length !== actual.length) return;
    recorded.forEach((item, at) => learnIds(item, actual[at], ids));
    return;
  }
  if (!isObject(recorded) || !isObject(actual)) return;
  for (const name of Object.keys(recorded)) {
    learnIds(recorded[name], actual[name], ids, name);
  }
}

/** Replaces recorded ids by those that stand for them, short ones too. */
export function withKnownIds<T>(value: T, ids: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') {
    return value.replace(/[0-9a-v]{8,64}/g, id => {
      const whole = ids.get(id);
      if (whole) return whole;
      if (!/^[0-9a-f]+$/.test(id)) return id;
      for (const [recorded, actual] of ids) {
        if (recorded.startsWith(id)) return actual.slice(0, id.length);
      }
      return id;
    }) as T;
  }
  if (Array.isArray(value)) {
    return value.map(item => withKnownIds(item, ids)) as T;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withKnownIds(item, ids)]),
  ) as T;
}
