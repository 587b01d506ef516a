import { Clock } from '../clusters/Clock';

/** Longest time that the loop is kept from serving reads, ms. */
const SLICE_MS = 8;
const CHECK_EVERY = 16;

/** Work that waits, each item once, done in slices between which the loop is free. */
export class Worklist<T> {
  readonly #items = new Set<T>();
  readonly #clock: Clock;
  readonly #work: (item: T) => void;
  #scheduled = false;

  constructor(clock: Clock, work: (item: T) => void) {
    this.#clock = clock;
    this.#work = work;
  }

  get size(): number {
    return this.#items.size;
  }

  add(item: T): void {
    this.#items.add(item);
    this.#schedule();
  }

  delete(item: T): void {
    this.#items.delete(item);
  }

  #drain(): void {
    const end = this.#clock.now() + SLICE_MS;
    let done = 0;
    for (const item of this.#items) {
      this.#items.delete(item);
      this.#work(item);
      done += 1;
      if (done % CHECK_EVERY === 0 && this.#clock.now() >= end) {
        break;
      }
    }
    if (this.#items.size > 0) {
      this.#schedule();
    }
  }

  #schedule(): void {
    if (!this.#scheduled) {
      this.#scheduled = true;
      this.#clock.after(0, () => {
        this.#scheduled = false;
        this.#drain();
      });
    }
  }
}
