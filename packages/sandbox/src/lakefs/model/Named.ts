import { comparePaths } from '../tree/comparePaths';

/** Values by name, listed in the byte order of their names, page by page. */
export class Named<V> {
  private readonly values = new Map<string, V>();
  private readonly names: string[] = [];

  get size(): number {
    return this.values.size;
  }

  get(name: string): V | undefined {
    return this.values.get(name);
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  set(name: string, value: V): void {
    if (!this.values.has(name)) {
      this.names.splice(this.lowerBound(name), 0, name);
    }
    this.values.set(name, value);
  }

  delete(name: string): boolean {
    if (!this.values.delete(name)) return false;
    this.names.splice(this.lowerBound(name), 1);
    return true;
  }

  /** Entries after a name, in order; of names with the prefix alone. */
  *list(after = '', prefix = ''): Generator<[name: string, value: V]> {
    const first = comparePaths(after, prefix) < 0 ? prefix : after;
    for (let at = this.lowerBound(first); at < this.names.length; at++) {
      const name = this.names[at];
      if (!name.startsWith(prefix)) return;
      if (name !== after) yield [name, this.values.get(name)!];
    }
  }

  private lowerBound(name: string): number {
    let low = 0;
    let high = this.names.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comparePaths(this.names[middle], name) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
