import { IndexChange } from './types';

const DEFAULT_CAPACITY = 20_000;
/** So much of the capacity is kept on top of it before any are forgotten. */
const SLACK = 1 / 8;

/** The last changes, one for each object and at least so many as fit, so that a stream that was cut can go on. */
export class ChangeLog {
  readonly #changes = new Map<string, IndexChange>();
  readonly #capacity: number;
  /** Everything after it is here. */
  #floor = 0;
  #latest = 0;

  constructor(capacity = DEFAULT_CAPACITY) {
    this.#capacity = capacity;
  }

  add(change: IndexChange): void {
    const earlier = this.#changes.get(change.id);
    this.#changes.delete(change.id);
    this.#changes.set(
      change.id,
      earlier?.before && !change.before
        ? { ...change, before: earlier.before }
        : change,
    );
    this.#latest = change.version;
    if (this.#changes.size > this.#capacity * (1 + SLACK)) this.#forget();
  }

  /** Many at a time: to find the first entry of a map costs a step for each that was taken out before it. */
  #forget(): void {
    for (const { id, version } of this.#changes.values()) {
      if (this.#changes.size <= this.#capacity) return;
      this.#changes.delete(id);
      this.#floor = version;
    }
  }

  /** Changes after `version`, oldest first; undefined when some of them are forgotten, or it lies in the future. */
  since(version: number): readonly IndexChange[] | undefined {
    if (version < this.#floor || version > this.#latest) {
      return undefined;
    }
    const changes: IndexChange[] = [];
    if (version < this.#latest) {
      for (const change of this.#changes.values()) {
        if (change.version > version) {
          changes.push(change);
        }
      }
    }
    return changes;
  }
}
