import { field, isRecord } from './field';
import { PlainObject } from './PlainObject';

const TEXT_MAX = 500;

/** What is kept of an object. */
export type Kept = Record<string, unknown>;

/** Scalars by name; text that is far too long is cut. */
export function pick(value: unknown, keys: readonly string[]): Kept {
  const kept: Kept = new PlainObject();
  if (isRecord(value)) {
    for (const key of keys) {
      const found = field(value, key);
      if (typeof found === 'string') {
        kept[key] = found.slice(0, TEXT_MAX);
      } else if (typeof found === 'number' || typeof found === 'boolean') {
        kept[key] = found;
      }
    }
  }
  return kept;
}
