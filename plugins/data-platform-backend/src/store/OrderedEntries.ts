import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { Entry } from './Entry';
import { RowOrder } from './rowOrders';

/** Up to this many changes are moved one by one; each moves half the array, which is a few microseconds. */
const ONE_BY_ONE = 64;

/**
 * All entries in one order, kept so between reads. What changed since the last read is moved to its place: sorting
 * 50,000 rows anew costs tens of milliseconds.
 */
export class OrderedEntries {
  readonly #order: RowOrder;
  #entries: Entry[] = [];
  /** The row that each entry stands in its place by: the place of a changed row is another. */
  readonly #placed = new Map<Entry, PlatformResource>();
  readonly #touched = new Set<Entry>();

  constructor(order: RowOrder, entries: Iterable<Entry>) {
    this.#order = order;
    for (const entry of entries) {
      this.#touched.add(entry);
    }
  }

  /** The entry was added, changed or removed. */
  touch(entry: Entry): void {
    this.#touched.add(entry);
  }

  read(isPresent: (entry: Entry) => boolean): readonly Entry[] {
    if (this.#touched.size > ONE_BY_ONE) {
      this.#merge(isPresent);
    } else {
      for (const entry of this.#touched) {
        this.#move(entry, isPresent(entry) ? entry.row : undefined);
      }
    }
    this.#touched.clear();
    return this.#entries;
  }

  #move(entry: Entry, row: PlatformResource | undefined): void {
    const before = this.#placed.get(entry);
    if (before) {
      this.#entries.splice(this.#placeOf(before), 1);
      this.#placed.delete(entry);
    }
    if (row) {
      this.#entries.splice(this.#placeOf(row), 0, entry);
      this.#placed.set(entry, row);
    }
  }

  /** Index of the first entry that does not stand before this row. Orders are total: it is the row's own, if placed. */
  #placeOf(row: PlatformResource): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#placed.get(this.#entries[middle])!;
      if (this.#order(other, row) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #merge(isPresent: (entry: Entry) => boolean): void {
    const order = this.#order;
    const changed: Entry[] = [];
    for (const entry of this.#touched) {
      this.#placed.delete(entry);
      if (entry.row && isPresent(entry)) {
        changed.push(entry);
      }
    }
    changed.sort((a, b) => order(a.row!, b.row!));
    const merged: Entry[] = [];
    let next = 0;
    for (const entry of this.#entries) {
      const row = this.#placed.get(entry);
      if (!row) {
        continue;
      }
      while (next < changed.length && order(changed[next].row!, row) < 0) {
        merged.push(changed[next]);
        next += 1;
      }
      merged.push(entry);
    }
    this.#entries = merged.concat(changed.slice(next));
    for (const entry of changed) {
      this.#placed.set(entry, entry.row!);
    }
  }
}
