interface Waiter {
  readonly rank: number;
  take(): void;
}

/** Lets a fixed number through at a time: the lowest rank first, and of one rank who came first. */
export class Turnstile {
  #free: number;
  /** In the order in which they are let through. */
  readonly #waiting: Waiter[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /**
   * Waits for a place.
   * @returns how to give it back (later calls do nothing), or undefined when `signal` aborted first
   */
  async enter(
    signal: AbortSignal,
    rank = 0,
  ): Promise<(() => void) | undefined> {
    if (signal.aborted) {
      return undefined;
    }
    if (this.#free > 0) {
      this.#free -= 1;
      return this.#leaver();
    }
    return (await this.#handedOver(signal, rank)) ? this.#leaver() : undefined;
  }

  /** True when someone who left handed the place over; false when the wait was given up. */
  #handedOver(signal: AbortSignal, rank: number): Promise<boolean> {
    return new Promise(resolve => {
      const waiter = {
        rank,
        take: () => {
          signal.removeEventListener('abort', waiter.giveUp);
          resolve(true);
        },
        giveUp: () => {
          this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
          signal.removeEventListener('abort', waiter.giveUp);
          resolve(false);
        },
      };
      const behind = this.#waiting.findIndex(other => other.rank > rank);
      const place = behind < 0 ? this.#waiting.length : behind;
      this.#waiting.splice(place, 0, waiter);
      signal.addEventListener('abort', waiter.giveUp);
    });
  }

  #leaver(): () => void {
    let left = false;
    return () => {
      if (left) {
        return;
      }
      left = true;
      const next = this.#waiting.shift();
      if (next) {
        next.take();
      } else {
        this.#free += 1;
      }
    };
  }
}
