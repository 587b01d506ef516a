import { Change, Entry } from './Entry';

/**
 * The last changes of one resource: what a watch resumes from and what later pages of a list are rewound with. Older
 * changes are compacted away; `floor` is the newest version of which nothing is known any more.
 */
export class History {
  floor: number;
  private readonly limit: number;
  private changes: Change[] = [];

  constructor(floor: number, limit: number) {
    this.floor = floor;
    this.limit = limit;
  }

  push(change: Change): void {
    this.changes.push(change);
    // Compacts in blocks: shifting the array for each write would cost more than it frees.
    if (this.changes.length > this.limit * 1.25) {
      this.compact(
        this.changes[this.changes.length - this.limit - 1].entry.version,
      );
    }
  }

  /** Forgets all changes up to and including `version`. */
  compact(version: number): void {
    this.floor = Math.max(this.floor, version);
    this.changes = this.changes.slice(this.indexAfter(version));
  }

  /** Changes later than `version`, oldest first; undefined when some of them are compacted. */
  since(version: number): readonly Change[] | undefined {
    if (version < this.floor) return undefined;
    return this.changes.slice(this.indexAfter(version));
  }

  /** What each key that changed later held at `version`; undefined when that is compacted. */
  rewind(version: number): Map<string, Entry | undefined> | undefined {
    const later = this.since(version);
    if (!later) return undefined;
    const then = new Map<string, Entry | undefined>();
    for (const { entry, previous } of later) {
      if (!then.has(entry.key)) then.set(entry.key, previous);
    }
    return then;
  }

  private indexAfter(version: number): number {
    let low = 0;
    let high = this.changes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.changes[middle].entry.version <= version) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
