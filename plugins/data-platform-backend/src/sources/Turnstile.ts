/** Lets a fixed number through at a time, first come first served. */
export class Turnstile {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /**
   * Waits for a place.
   * @returns how to give it back (later calls do nothing), or undefined when `signal` aborted first
   */
  async enter(signal: AbortSignal): Promise<(() => void) | undefined> {
    if (signal.aborted) {
      return undefined;
    }
    if (this.#free > 0) {
      this.#free -= 1;
      return this.#leaver();
    }
    return (await this.#handedOver(signal)) ? this.#leaver() : undefined;
  }

  /** True when someone who left handed the place over; false when the wait was given up. */
  #handedOver(signal: AbortSignal): Promise<boolean> {
    return new Promise(resolve => {
      const waiter = {
        take: () => {
          signal.removeEventListener('abort', waiter.giveUp);
          resolve(true);
        },
        giveUp: () => {
          this.#waiting.splice(this.#waiting.indexOf(waiter.take), 1);
          signal.removeEventListener('abort', waiter.giveUp);
          resolve(false);
        },
      };
      this.#waiting.push(waiter.take);
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
        next();
      } else {
        this.#free += 1;
      }
    };
  }
}
