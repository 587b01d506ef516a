import { walk } from './walk';

const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Paths of keys by which an object could change what all objects are. */
export function prototypeKeys(value: unknown): string[] {
  return keysThat(value, key => PROTOTYPE_KEYS.has(key));
}

/** Paths of keys that start with `$`: the catalog would resolve them from any URL it may read. */
export function dollarKeys(value: unknown): string[] {
  return keysThat(value, key => key.startsWith('$'));
}

function keysThat(value: unknown, wanted: (key: string) => boolean): string[] {
  const paths: string[] = [];
  for (const { key, path } of walk(value)) {
    if (typeof key === 'string' && wanted(key)) paths.push(path);
  }
  return paths;
}
