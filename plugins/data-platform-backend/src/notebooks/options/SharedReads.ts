import { Clock } from '../../clusters/Clock';

interface Kept<T> {
  value: Promise<T>;
  until: number;
}

/** A read that failed is not tried again within this time, ms: a form that is opened often must not hammer a cluster. */
const FAILED_MS = 5_000;
const MAX_KEPT = 1_000;

/**
 * Answers of clusters that are the same for everybody, kept for a while. However many ask at once, one request is under
 * way; it ends by its own deadline, not with the one who asked first.
 */
export class SharedReads<T> {
  readonly #clock: Clock;
  readonly #keepMs: number;
  readonly #read: (key: string) => Promise<T>;
  readonly #kept = new Map<string, Kept<T>>();

  /** @param keepMs - how long an answer is good, ms */
  constructor(clock: Clock, keepMs: number, read: (key: string) => Promise<T>) {
    this.#clock = clock;
    this.#keepMs = keepMs;
    this.#read = read;
  }

  /** @throws what the read has thrown */
  of(key: string): Promise<T> {
    const now = this.#clock.now();
    const known = this.#kept.get(key);
    if (known && now < known.until) return known.value;
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    const value = this.#read(key);
    const kept: Kept<T> = { value, until: now + this.#keepMs };
    value.catch(() => {
      kept.until = this.#clock.now() + FAILED_MS;
    });
    this.#kept.set(key, kept);
    return value;
  }
}
