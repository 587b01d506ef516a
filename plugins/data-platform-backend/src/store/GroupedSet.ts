const NONE: ReadonlySet<never> = new Set();

/** Sets by key. A key without members takes no space, and one with a single member no set. */
export class GroupedSet<K, T extends object> {
  readonly #groups = new Map<K, T | Set<T>>();

  add(key: K | undefined, item: T): void {
    if (key === undefined) {
      return;
    }
    const group = this.#groups.get(key);
    if (group instanceof Set) {
      group.add(item);
    } else if (group === undefined) {
      this.#groups.set(key, item);
    } else if (group !== item) {
      this.#groups.set(key, new Set([group, item]));
    }
  }

  delete(key: K | undefined, item: T): void {
    if (key === undefined) {
      return;
    }
    const group = this.#groups.get(key);
    if (group instanceof Set) {
      group.delete(item);
    }
    if (group === item || (group instanceof Set && group.size === 0)) {
      this.#groups.delete(key);
    }
  }

  move(from: K | undefined, to: K | undefined, item: T): void {
    if (from !== to) {
      this.delete(from, item);
      this.add(to, item);
    }
  }

  /** The members. Not a copy: who changes the group while reading must make one. */
  get(key: K): ReadonlySet<T> {
    const group = this.#groups.get(key);
    if (group === undefined) {
      return NONE;
    }
    return group instanceof Set ? group : new Set([group]);
  }
}
