/** Sets by key; a key without members takes no space. */
export class GroupedSet<K, T> {
  readonly #groups = new Map<K, Set<T>>();

  add(key: K | undefined, item: T): void {
    if (key === undefined) {
      return;
    }
    const group = this.#groups.get(key);
    if (group) {
      group.add(item);
    } else {
      this.#groups.set(key, new Set([item]));
    }
  }

  delete(key: K | undefined, item: T): void {
    if (key === undefined) {
      return;
    }
    const group = this.#groups.get(key);
    if (group?.delete(item) && group.size === 0) {
      this.#groups.delete(key);
    }
  }

  move(from: K | undefined, to: K | undefined, item: T): void {
    if (from !== to) {
      this.delete(from, item);
      this.add(to, item);
    }
  }

  get(key: K): ReadonlySet<T> | undefined {
    return this.#groups.get(key);
  }
}
