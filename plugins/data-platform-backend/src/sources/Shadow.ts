import { placeKey } from '../store/keys';
import { record, text } from './fields';

/** Who an object is: its name says where it is, its uid which one it is. */
export interface Identity {
  /** `namespace/name` */
  key: string;
  uid: string;
  resourceVersion?: string;
}

/** @returns undefined for what is no object with a name and a uid */
export function identify(raw: unknown): Identity | undefined {
  const meta = record(record(raw).metadata);
  const name = text(meta.name);
  const uid = text(meta.uid);
  if (!name || !uid) {
    return undefined;
  }
  return {
    key: placeKey(text(meta.namespace), name),
    uid,
    resourceVersion: text(meta.resourceVersion),
  };
}

/** What one watch knows: the projected objects by name, with the uid that tells a recreated one from a changed one. */
export class Shadow<T> {
  readonly #entries = new Map<string, { uid: string; item: T }>();

  get size(): number {
    return this.#entries.size;
  }

  /** Namespaces that something is known of. */
  namespaces(): Set<string> {
    return new Set(
      Array.from(this.#entries.keys(), key => key.slice(0, key.indexOf('/'))),
    );
  }

  items(): T[] {
    return Array.from(this.#entries.values(), entry => entry.item);
  }

  /** What is known of that very object. */
  get({ key, uid }: Identity): T | undefined {
    const entry = this.#entries.get(key);
    return entry?.uid === uid ? entry.item : undefined;
  }

  /** @returns the object of another uid that this one takes the place of */
  set(identity: Identity, item: T): T | undefined {
    const before = this.#entries.get(identity.key);
    this.#entries.set(identity.key, { uid: identity.uid, item });
    return before && before.uid !== identity.uid ? before.item : undefined;
  }

  /** Takes in what `project` keeps of the items of a list. */
  collect(
    items: readonly unknown[],
    project: (raw: unknown) => T | undefined,
  ): void {
    for (const raw of items) {
      const identity = identify(raw);
      const item = identity && project(raw);
      if (identity && item !== undefined) {
        this.set(identity, item);
      }
    }
  }

  /** @returns false when that very object is not known, as after its name was taken by another */
  delete(identity: Identity): boolean {
    if (this.#entries.get(identity.key)?.uid !== identity.uid) {
      return false;
    }
    return this.#entries.delete(identity.key);
  }
}
