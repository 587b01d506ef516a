import {
  emptyCounts,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import { Entry } from './Entry';
import { EntryTable } from './EntryTable';
import { OrderedEntries } from './OrderedEntries';
import { rowMatcher } from './rowMatcher';
import { ROW_ORDERS } from './rowOrders';
import { ResourceQuery, ResourceQueryResult, RowFilter } from './types';

/** Pages of rows. Orders are kept from the first time that somebody asks for them. */
export class RowQueries {
  readonly #table: EntryTable;
  readonly #orders = new Map<ResourceQuery['sort'], OrderedEntries>();

  constructor(table: EntryTable) {
    this.#table = table;
  }

  touch(entry: Entry): void {
    for (const order of this.#orders.values()) {
      order.touch(entry);
    }
  }

  run(query: ResourceQuery, allowed: RowFilter): ResourceQueryResult {
    const matches = rowMatcher(query);
    const wanted = query.health?.length ? new Set(query.health) : undefined;
    const counts = emptyCounts();
    const items: PlatformResource[] = [];
    let total = 0;
    const entries = this.#candidates(query);
    const last = entries.length - 1;
    for (let index = 0; index <= last; index += 1) {
      const entry = entries[query.order === 'desc' ? last - index : index];
      const { row } = entry;
      // Nothing that the viewer may not see is counted, sorted or told apart from what does not exist.
      if (!row || !matches(entry) || !allowed(row)) {
        continue;
      }
      counts[row.assessment.health] += 1;
      if (!wanted || wanted.has(row.assessment.health)) {
        if (total >= query.offset && items.length < query.limit) {
          items.push(row);
        }
        total += 1;
      }
    }
    return { items, total, counts };
  }

  /** In order: few by an index, all by the kept order. */
  #candidates(query: ResourceQuery): readonly Entry[] {
    const few = this.#narrowed(query);
    if (few && few.size * 8 < this.#table.size) {
      const order = ROW_ORDERS[query.sort];
      return [...few]
        .filter(entry => entry.row)
        .sort((a, b) => order(a.row!, b.row!));
    }
    let order = this.#orders.get(query.sort);
    if (!order) {
      order = new OrderedEntries(ROW_ORDERS[query.sort], this.#table.all());
      this.#orders.set(query.sort, order);
    }
    return order.read(entry => this.#table.byId(entry.id) === entry);
  }

  #narrowed(query: ResourceQuery): ReadonlySet<Entry> | undefined {
    if (query.entityRef) {
      return this.#table.withRef('entity', query.entityRef);
    }
    if (query.productRef) {
      return this.#table.withRef('product', query.productRef);
    }
    if (query.source && query.namespace) {
      return this.#table.ofNamespace(query.source, query.namespace);
    }
    return query.domainRef
      ? this.#table.withRef('domain', query.domainRef)
      : undefined;
  }
}
