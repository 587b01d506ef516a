import { copyJson, setOwn } from '../json/copyJson';
import { isObject } from '../json/isObject';

/** RFC 7386: null removes, objects merge, everything else replaces. Changes nothing that it is given. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return copyJson(patch);
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else setOwn(result, key, mergePatch(result[key], value));
  }
  return result;
}
