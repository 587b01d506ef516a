const FIRST_MS = 1_000;
const LAST_MS = 30_000;

/** Delays between attempts: 1 s to 30 s, doubled each time, each drawn from its upper half so that many do not beat in step. */
export class Backoff {
  readonly #random: () => number;
  #step = 0;

  /** @param random - from 0 to below 1 */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** Milliseconds to wait before the next attempt. */
  next(): number {
    const ceiling = Math.min(LAST_MS, FIRST_MS * 2 ** this.#step);
    this.#step = Math.min(this.#step + 1, 10);
    return ceiling * (0.5 + this.#random() / 2);
  }

  /** What was tried works again. */
  reset(): void {
    this.#step = 0;
  }
}
