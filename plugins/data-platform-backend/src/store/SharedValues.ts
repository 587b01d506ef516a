const CAPACITY = 5_000;

/**
 * One copy of what many objects have in common: runs of one job have the same spec, and most rows the same few facts.
 * Bounded: when it is full it begins anew, and what is in use stays with its users.
 */
export class SharedValues {
  readonly #known = new Map<string, unknown>();
  readonly #capacity: number;

  constructor(capacity: number = CAPACITY) {
    this.#capacity = capacity;
  }

  /**
   * An equal value that was given before, or this one.
   * @param value - plain, its keys always in one order, and never changed from here on
   */
  of<T>(value: T): T {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    if (key === undefined) return value;
    const known = this.#known.get(key);
    if (known !== undefined && typeof known === typeof value) return known as T;
    if (this.#known.size >= this.#capacity) this.#known.clear();
    this.#known.set(key, value);
    return value;
  }
}
