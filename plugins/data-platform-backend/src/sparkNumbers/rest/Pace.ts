import { Clock, sleep } from '../../clusters/Clock';
import { Turnstile } from '../../sources/Turnstile';
import { SparkApi, SparkApiError } from './SparkApi';

/** At most so many requests a second, evenly, and so many at once. */
export class Pace {
  readonly #clock: Clock;
  readonly #gapMs: number;
  readonly #turnstile: Turnstile;
  #next = 0;

  constructor(options: { clock: Clock; perSecond: number; atOnce: number }) {
    this.#clock = options.clock;
    this.#gapMs = 1_000 / options.perSecond;
    this.#turnstile = new Turnstile(options.atOnce);
  }

  /** The same API, asked at this pace. */
  paced(api: SparkApi): SparkApi {
    return {
      get: (path, query, signal) =>
        this.#inTurn(signal, () => api.get(path, query, signal)),
    };
  }

  async #inTurn<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
    const leave = await this.#turnstile.enter(signal);
    if (!leave) {
      throw given();
    }
    try {
      const now = this.#clock.now();
      const at = Math.max(now, this.#next);
      this.#next = at + this.#gapMs;
      if (at > now) {
        await sleep(this.#clock, at - now, signal);
      }
      if (signal.aborted) {
        throw given();
      }
      return await ask();
    } finally {
      leave();
    }
  }
}

function given(): SparkApiError {
  return new SparkApiError('aborted', 'Given up while waiting');
}
