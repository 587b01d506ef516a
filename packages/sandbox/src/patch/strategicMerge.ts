import { copyJson, setOwn } from '../json/copyJson';
import { isObject } from '../json/isObject';

/** Lists of built-in kinds that strategic merge patch joins by key; others it replaces. */
const MERGE_KEYS: Record<string, string> = {
  containers: 'name',
  initContainers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
  imagePullSecrets: 'name',
  secrets: 'name',
  conditions: 'type',
  ownerReferences: 'uid',
};
const PRIMITIVE_SETS = ['finalizers'];

/** Strategic merge patch, as far as `kubectl label`, `annotate` and `patch` write it for the built-in kinds served here. */
export function strategicMerge(
  target: unknown,
  patch: unknown,
  field = '',
): unknown {
  if (Array.isArray(patch)) return mergeList(target, patch, field);
  if (!isObject(patch)) return copyJson(patch);
  if (patch.$patch === 'replace') return without(patch, '$patch');
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$')) continue;
    if (value === null) delete result[key];
    else setOwn(result, key, strategicMerge(result[key], value, key));
  }
  for (const [key, value] of Object.entries(patch)) {
    const list = /^\$deleteFromPrimitiveList\/(.+)$/.exec(key)?.[1];
    if (list && Array.isArray(result[list])) {
      const gone = value as unknown[];
      result[list] = (result[list] as unknown[]).filter(
        item => !gone.includes(item),
      );
    }
  }
  return result;
}

function mergeList(
  target: unknown,
  patch: unknown[],
  field: string,
): unknown[] {
  const list = Array.isArray(target) ? [...target] : [];
  if (PRIMITIVE_SETS.includes(field)) return [...new Set([...list, ...patch])];
  const key = MERGE_KEYS[field];
  if (!key) return copyJson(patch);
  let result = list as Record<string, unknown>[];
  for (const item of patch as Record<string, unknown>[]) {
    const index = result.findIndex(other => other[key] === item[key]);
    if (item.$patch === 'delete') {
      result = result.filter((_, other) => other !== index);
    } else if (index >= 0) {
      result[index] = strategicMerge(result[index], item) as typeof item;
    } else {
      result.push(without(item, '$patch'));
    }
  }
  return result;
}

function without(value: Record<string, unknown>, key: string) {
  const { [key]: _, ...rest } = value;
  return copyJson(rest);
}
