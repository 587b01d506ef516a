import {
  emptyCounts,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  ClaimEvidence,
  LimitRangeEvidence,
  QuotaEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import {
  IndexChange,
  IndexedResource,
  ResourceIndex,
  ResourceQuery,
  ResourceQueryResult,
  RowFilter,
} from '../../store/types';
import { contextWith } from './rows';

/** The smallest index that keeps the contract; linear, and honest about versions and moves. */
export class FakeIndex implements ResourceIndex {
  version = 0;
  readonly epoch: string;
  settling = false;
  readonly quotasByNamespace = new Map<string, readonly QuotaEvidence[]>();
  readonly limitRangesByNamespace = new Map<
    string,
    readonly LimitRangeEvidence[]
  >();
  readonly claimsByNamespace = new Map<string, readonly ClaimEvidence[]>();
  readonly claimUsersByName = new Map<string, readonly IndexedResource[]>();
  readonly contexts = new Map<string, ReturnType<typeof contextWith>>();
  /** Changes before this version have been forgotten. */
  forgotten = 0;
  readonly #rows = new Map<string, IndexedResource>();
  readonly #log: IndexChange[] = [];
  readonly #listeners = new Set<(changes: readonly IndexChange[]) => void>();

  constructor(epoch: string = 'e1') {
    this.epoch = epoch;
  }

  put(...resources: readonly IndexedResource[]): void {
    this.#tell(
      resources.map(resource => {
        const before = this.#rows.get(resource.row.id)?.row;
        this.version += 1;
        const row = { ...resource.row, version: this.version };
        this.#rows.set(row.id, { ...resource, row });
        const { version } = this;
        const moved =
          before &&
          (before.ownerRef !== row.ownerRef ||
            before.domainRef !== row.domainRef ||
            before.entityRef !== row.entityRef);
        return {
          version,
          id: row.id,
          row,
          removed: false,
          ...(moved && { before }),
        };
      }),
    );
  }

  drop(id: string): void {
    const known = this.#rows.get(id);
    if (!known) return;
    this.#rows.delete(id);
    this.version += 1;
    const { version } = this;
    this.#tell([{ version, id, row: known.row, removed: true }]);
  }

  get(id: string) {
    return this.#rows.get(id);
  }

  find(key: {
    source: string;
    group: string;
    kind: string;
    namespace?: string;
    name: string;
  }) {
    return [...this.#rows.values()].find(
      ({ row }) =>
        row.source === key.source &&
        row.group === key.group &&
        row.kind === key.kind &&
        row.namespace === key.namespace &&
        row.name === key.name,
    );
  }

  select(
    filter: Parameters<ResourceIndex['select']>[0],
    allowed: RowFilter,
  ): readonly IndexedResource[] {
    const { unverifiedFor, ...refs } = filter;
    return [...this.#rows.values()].filter(
      ({ row }) =>
        matches(row, refs) &&
        (unverifiedFor === undefined ||
          (row.claim === 'unverified' &&
            row.claimedEntityRef === unverifiedFor)) &&
        allowed(row),
    );
  }

  query(query: ResourceQuery, allowed: RowFilter): ResourceQueryResult {
    const { entityRef, productRef, domainRef, nature, kind } = query;
    const rows = [...this.#rows.values()]
      .map(resource => resource.row)
      .filter(row => matches(row, { entityRef, productRef, domainRef }))
      .filter(row => !nature || row.nature === nature)
      .filter(row => !kind || row.kind === kind)
      .filter(allowed)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const counts = emptyCounts();
    for (const row of rows) counts[row.assessment.health] += 1;
    const items = rows.filter(
      row => !query.health || query.health.includes(row.assessment.health),
    );
    return {
      items: items.slice(query.offset, query.offset + query.limit),
      total: items.length,
      counts,
      superseded: 0,
    };
  }

  sees(source: string, allowed: RowFilter): boolean {
    return [...this.#rows.values()].some(
      ({ row }) => row.source === source && allowed(row),
    );
  }

  context(id: string) {
    return this.#rows.has(id)
      ? this.contexts.get(id) ?? contextWith({})
      : undefined;
  }

  quotas(source: string, namespace: string) {
    return this.quotasByNamespace.get(`${source}/${namespace}`) ?? [];
  }

  workbenches(allowed: RowFilter) {
    return [...this.#rows.values()].filter(
      ({ row }) => row.nature === 'workbench' && allowed(row),
    );
  }

  /** By `source/namespace`. */
  claims(source: string, namespace: string) {
    return this.claimsByNamespace.get(`${source}/${namespace}`) ?? [];
  }

  /** By `source/namespace/claim`. */
  claimUsers(source: string, namespace: string, claim: string) {
    return this.claimUsersByName.get(`${source}/${namespace}/${claim}`) ?? [];
  }

  limitRanges(source: string, namespace: string) {
    return this.limitRangesByNamespace.get(`${source}/${namespace}`) ?? [];
  }

  changesSince(version: number) {
    return version < this.forgotten
      ? undefined
      : this.#log.filter(change => change.version > version);
  }

  subscribe(listener: (changes: readonly IndexChange[]) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(changes: readonly IndexChange[]): void {
    this.#log.push(...changes);
    for (const listener of [...this.#listeners]) listener(changes);
  }
}

function matches(
  row: PlatformResource,
  refs: { entityRef?: string; productRef?: string; domainRef?: string },
): boolean {
  return (
    (!refs.entityRef || row.entityRef === refs.entityRef) &&
    (!refs.productRef || row.productRef === refs.productRef) &&
    (!refs.domainRef || row.domainRef === refs.domainRef)
  );
}
