/** A change as a watch tells it. */
export interface ScopedChange<T> {
  op: 'replace' | 'upsert' | 'remove';
  scope: string;
  items?: readonly T[];
  item?: T;
}

/** What is different now. `removed` holds what was seen last. */
export interface ScopedDiff<T> {
  upserted: readonly T[];
  removed: readonly T[];
}

/** Items that several watches deliver. A complete list of one watch removes only what no other watch vouches for. */
export class ScopedItems<T> {
  readonly #items = new Map<string, T>();
  readonly #scopes = new Map<string, Set<string>>();
  readonly #keyOf: (item: T) => string;

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf;
  }

  all(): Iterable<T> {
    return this.#items.values();
  }

  apply(change: ScopedChange<T>): ScopedDiff<T> {
    if (change.op === 'replace') {
      return this.#replace(change.scope, change.items ?? []);
    }
    const item = change.item!;
    const key = this.#keyOf(item);
    if (change.op === 'upsert') {
      this.#members(change.scope).add(key);
      this.#items.set(key, item);
      return { upserted: [item], removed: [] };
    }
    this.#members(change.scope).delete(key);
    // The watch shows the object as it was at its end: that is what is worth remembering.
    return { upserted: [], removed: this.#drop(key) ? [item] : [] };
  }

  #replace(scope: string, items: readonly T[]): ScopedDiff<T> {
    const before = this.#members(scope);
    const now = new Set<string>();
    for (const item of items) {
      const key = this.#keyOf(item);
      now.add(key);
      this.#items.set(key, item);
    }
    this.#scopes.set(scope, now);
    const removed: T[] = [];
    for (const key of before) {
      const last = now.has(key) ? undefined : this.#drop(key);
      if (last !== undefined) {
        removed.push(last);
      }
    }
    return { upserted: items, removed };
  }

  #members(scope: string): Set<string> {
    let members = this.#scopes.get(scope);
    if (!members) {
      members = new Set();
      this.#scopes.set(scope, members);
    }
    return members;
  }

  #drop(key: string): T | undefined {
    for (const members of this.#scopes.values()) {
      if (members.has(key)) {
        return undefined;
      }
    }
    const last = this.#items.get(key);
    this.#items.delete(key);
    return last;
  }
}
