import {
  emptyCounts,
  HEALTH_ORDER,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import { Entry } from './Entry';
import { EntryTable } from './EntryTable';
import {
  gradeOf,
  OrderedRows,
  RowSequence,
  SUPERSEDED_GRADE,
} from './OrderedRows';
import { rowMatcher } from './rowMatcher';
import { ROW_ORDERS } from './rowOrders';
import { ResourceQuery, ResourceQueryResult, RowFilter } from './types';

/** Pages of rows. Orders are kept from the first time that somebody asks for them. */
export class RowQueries {
  readonly #table: EntryTable;
  readonly #orders = new Map<ResourceQuery['sort'], OrderedRows>();

  constructor(table: EntryTable) {
    this.#table = table;
  }

  /** The row was added, changed or removed. */
  touch(id: string): void {
    for (const order of this.#orders.values()) {
      order.touch(id);
    }
  }

  run(query: ResourceQuery, allowed: RowFilter): ResourceQueryResult {
    const matches = rowMatcher(query);
    const wanted = wantedGrades(query);
    const past = pastMatcher(query);
    const byGrade = wanted.map(() => 0);
    const items: PlatformResource[] = [];
    const { offset, limit } = query;
    const { rows, grades } = this.#candidates(query);
    const step = query.order === 'desc' ? -1 : 1;
    let index = step > 0 ? 0 : rows.length - 1;
    let total = 0;
    for (let left = rows.length; left > 0; left -= 1, index += step) {
      const row = rows[index];
      // Nothing that the viewer may not see is counted, sorted or told apart from what does not exist.
      if ((matches && !matches(row)) || !allowed(row)) {
        continue;
      }
      const grade = grades[index];
      byGrade[grade] += 1;
      if (wanted[grade] && (grade !== SUPERSEDED_GRADE || past(row))) {
        if (total >= offset && items.length < limit) {
          items.push(row);
        }
        total += 1;
      }
    }
    const counts = emptyCounts();
    HEALTH_ORDER.forEach((health, grade) => {
      counts[health] = byGrade[grade];
    });
    return { items, total, counts, superseded: byGrade[SUPERSEDED_GRADE] };
  }

  /** In order: few by an index, all by the kept order. */
  #candidates(query: ResourceQuery): RowSequence {
    const few = this.#narrowed(query);
    if (few && few.size * 8 < this.#table.size) {
      const rows = [...few]
        .flatMap(entry => entry.row ?? [])
        .sort(ROW_ORDERS[query.sort]);
      return { rows, grades: rows.map(gradeOf) };
    }
    let order = this.#orders.get(query.sort);
    if (!order) {
      order = new OrderedRows(
        ROW_ORDERS[query.sort],
        this.#table.ids(),
        id => this.#table.byId(id)?.row,
      );
      this.#orders.set(query.sort, order);
    }
    return order.read();
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
    if (query.domainRef) {
      return this.#table.withRef('domain', query.domainRef);
    }
    return query.source ? this.#table.ofSource(query.source) : undefined;
  }
}

/** Which grades are listed: those of the healths that are asked for, and that of history. */
function wantedGrades({ health, superseded = 'include' }: ResourceQuery) {
  const grades = HEALTH_ORDER.map(
    each => superseded !== 'only' && (!health?.length || health.includes(each)),
  );
  grades[SUPERSEDED_GRADE] =
    superseded === 'only' || (superseded === 'include' && !health?.length);
  return grades;
}

/** Of history alone, health is how it ended. */
function pastMatcher({ health }: ResourceQuery) {
  return ({ assessment }: PlatformResource) =>
    !health?.length || health.includes(assessment.health);
}
