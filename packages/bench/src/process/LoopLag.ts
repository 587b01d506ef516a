import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;

/** How late timers of this process fire, beyond their own resolution, since the last reset. */
export class LoopLag {
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor() {
    this.#delay.enable();
  }

  get p99Ms(): number {
    return Math.max(0, this.#delay.percentile(99) / 1e6 - RESOLUTION_MS);
  }

  reset(): void {
    this.#delay.reset();
  }

  stop(): void {
    this.#delay.disable();
  }
}
