import type { Clock } from '../types';

/** A clock that can be set back for a moment, so that objects of the demo can be as old as they claim to be. */
export class TravelClock implements Clock {
  readonly #clock: Clock;
  #agoMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now() - this.#agoMs;
  }

  after(ms: number, run: () => void): () => void {
    return this.#clock.after(ms, run);
  }

  /** Runs something as if it happened `agoMs` ago. Timers that it starts run from the present. */
  ago<T>(agoMs: number, run: () => T): T {
    const before = this.#agoMs;
    this.#agoMs = agoMs;
    try {
      return run();
    } finally {
      this.#agoMs = before;
    }
  }
}
