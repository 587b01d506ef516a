import { deepFreeze } from '../json/deepFreeze';
import { KubeObject } from '../types';
import { Change, Entry } from './Entry';
import { History } from './History';
import { SortedKeys } from './SortedKeys';

export interface ListedPage {
  entries: Entry[];
  /** Where the next page starts; absent at the end. */
  next?: string;
  /** Entries after this page, whatever their content. */
  remaining: number;
}

/** All objects of one resource. */
export class ResourceStore {
  readonly history: History;
  private readonly entries = new Map<string, Entry>();
  private readonly keys = new SortedKeys();

  constructor(floor: number, historyLimit: number) {
    this.history = new History(floor, historyLimit);
  }

  get size(): number {
    return this.entries.size;
  }

  get(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  /** Puts back what was stored before; no history, nobody is told. */
  restore(key: string, object: KubeObject, version: number): Entry {
    const entry = new Entry(key, deepFreeze(object), version);
    this.entries.set(key, entry);
    this.keys.add(key);
    return entry;
  }

  put(key: string, object: KubeObject, version: number): Change {
    const previous = this.entries.get(key);
    const entry = this.restore(key, object, version);
    const change: Change = previous
      ? { type: 'MODIFIED', entry, previous }
      : { type: 'ADDED', entry };
    this.history.push(change);
    return change;
  }

  /** Removes; `last` is the content that watchers see in the DELETED event. */
  remove(key: string, last: KubeObject, version: number): Change {
    const previous = this.entries.get(key);
    this.entries.delete(key);
    this.keys.delete(key);
    const entry = new Entry(key, deepFreeze(last), version);
    const change: Change = { type: 'DELETED', entry, previous };
    this.history.push(change);
    return change;
  }

  /** All entries of a namespace (or of the resource), in order. */
  list(namespace?: string): Entry[] {
    return this.page({ namespace, accept: () => true }).entries;
  }

  /**
   * One page: entries from `start` on that `accept` takes, at most `limit`. With `then` (see {@link History.rewind}) the
   * page shows the resource as it was.
   */
  page(options: {
    namespace?: string;
    start?: string;
    limit?: number;
    accept: (entry: Entry) => boolean;
    then?: Map<string, Entry | undefined>;
  }): ListedPage {
    const { namespace, limit = Infinity, accept, then } = options;
    const prefix = namespace ? `${namespace}/` : '';
    const first = options.start ?? prefix;
    const candidates = then?.size
      ? this.rewound(prefix, first, then)
      : this.current(prefix, first);
    const entries: Entry[] = [];
    let index = 0;
    for (; index < candidates.length; index++) {
      const entry = candidates.at(index);
      if (!accept(entry)) continue;
      if (entries.length >= limit) {
        const last = entries[entries.length - 1].key;
        const remaining = candidates.length - index;
        return { entries, next: `${last}\u0000`, remaining };
      }
      entries.push(entry);
    }
    return { entries, remaining: 0 };
  }

  private current(prefix: string, first: string): Candidates {
    const from = this.keys.lowerBound(first);
    const to = prefix ? this.keys.lowerBound(`${prefix}\uffff`) : this.size;
    return {
      length: Math.max(0, to - from),
      at: index => this.entries.get(this.keys.at(from + index))!,
    };
  }

  private rewound(
    prefix: string,
    first: string,
    then: Map<string, Entry | undefined>,
  ): Candidates {
    const now = this.current(prefix, first);
    const found: Entry[] = [];
    for (let index = 0; index < now.length; index++) {
      const entry = now.at(index);
      if (!then.has(entry.key)) found.push(entry);
    }
    for (const [key, entry] of then) {
      if (entry && key.startsWith(prefix) && key >= first) found.push(entry);
    }
    found.sort((a, b) => (a.key < b.key ? -1 : 1));
    return { length: found.length, at: index => found[index] };
  }
}

interface Candidates {
  length: number;
  at(index: number): Entry;
}
