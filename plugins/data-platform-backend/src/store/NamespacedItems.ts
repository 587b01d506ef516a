import { ScopedChange, ScopedItems } from './ScopedItems';

/** Items by namespace; of each namespace always the same array until something in it changes. */
export class NamespacedItems<T extends { name: string; namespace: string }> {
  readonly #items = new ScopedItems<T>(
    item => `${item.namespace}/${item.name}`,
  );
  readonly #byNamespace = new Map<string, readonly T[]>();

  /** Takes a change in and returns the namespaces that it touches. */
  apply(change: ScopedChange<T>): Set<string> {
    const diff = this.#items.apply(change);
    const touched = new Set<string>();
    for (const item of diff.upserted) {
      this.#set(item.namespace, [...this.#others(item), item]);
      touched.add(item.namespace);
    }
    for (const item of diff.removed) {
      this.#set(item.namespace, this.#others(item));
      touched.add(item.namespace);
    }
    return touched;
  }

  of(namespace: string | undefined): readonly T[] {
    return this.#byNamespace.get(namespace ?? '') ?? [];
  }

  #others(item: T): T[] {
    return this.of(item.namespace).filter(each => each.name !== item.name);
  }

  #set(namespace: string, items: T[]): void {
    if (items.length > 0) {
      items.sort((a, b) => (a.name < b.name ? -1 : 1));
      this.#byNamespace.set(namespace, items);
    } else {
      this.#byNamespace.delete(namespace);
    }
  }
}
