import { PlainObject } from '../integrations/values/PlainObject';

/** Reading of objects that anyone may have written: every function here takes anything and never throws. */

/** The value as an object; an empty one for all else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function integer(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}

/** A Kubernetes time as epoch milliseconds. */
export function time(value: unknown): number | undefined {
  const parsed = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** A map of strings, such as labels or quantities; numbers are written out (`cpu: 2`), anything else is dropped. */
export function texts(value: unknown): Record<string, string> {
  const result = new PlainObject() as Record<string, string>;
  for (const [key, each] of Object.entries(record(value))) {
    if (typeof each === 'string') {
      define(result, key, each);
    } else if (typeof each === 'number' && Number.isFinite(each)) {
      define(result, key, String(each));
    }
  }
  return result;
}

/** A label may be named `__proto__`: it becomes a plain field, never the prototype. */
function define(
  target: Record<string, string>,
  key: string,
  value: string,
): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    target[key] = value;
  }
}
