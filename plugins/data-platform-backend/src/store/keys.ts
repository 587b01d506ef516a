import { createHash } from 'crypto';

/** Joins parts into one flat text. A template makes a tree of its pieces, which all stay in memory for as long as a key does. */
export function flatKey(parts: readonly string[], separator: string): string {
  return parts.join(separator);
}

/** What tells one kind from another: two systems have a `SparkApplication`. */
export function groupKind(kind: string, group: string): string {
  return `${kind}.${group}`;
}

/** Group of an apiVersion; empty for the core group. */
export function groupOf(apiVersion: string | undefined): string {
  const slash = apiVersion?.indexOf('/') ?? -1;
  return slash > 0 ? apiVersion!.slice(0, slash) : '';
}

/** Where an object is, within its source: `namespace/name`. */
export function placeKey(namespace: string | undefined, name: string): string {
  return flatKey([namespace ?? '', name], '/');
}

/** An object by name, within its source. Equals `groupKind/` + what a selector's `ownerOf` returns. */
export function nameKey(
  kind: string,
  group: string,
  namespace: string | undefined,
  name: string,
): string {
  return flatKey([groupKind(kind, group), placeKey(namespace, name)], '/');
}

/** What an event is about, within its source. Events do not tell the group. */
export function involvedKey(
  kind: string,
  namespace: string | undefined,
  name: string,
): string {
  return flatKey([kind, placeKey(namespace, name)], '/');
}

/** Opaque id of a row, stable for the life of the object: an object made anew under its name is another one. */
export function resourceId(
  source: string,
  kind: string,
  group: string,
  identity: string,
): string {
  const digest = createHash('sha256')
    .update([source, kind, group, identity].join('\0'))
    .digest('base64url');
  // A slice would keep the whole digest in memory.
  return Buffer.from(digest.slice(0, 22)).toString('latin1');
}
