import { Clock, sleep } from '../clusters/Clock';
import { linkedAbort } from '../clusters/linkedAbort';

/** A sleep that can be cut short. A wake that comes while nobody sleeps counts for the next one. */
export class Wakeup {
  #woken = false;
  #interrupt?: () => void;

  wake(): void {
    this.#woken = true;
    this.#interrupt?.();
  }

  /** @returns true when woken before the time was over */
  async sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
    if (!this.#woken) {
      const abort = linkedAbort(signal);
      this.#interrupt = abort.abort;
      await sleep(clock, ms, abort.signal);
      this.#interrupt = undefined;
      abort.release();
    }
    const woken = this.#woken;
    this.#woken = false;
    return woken;
  }
}
