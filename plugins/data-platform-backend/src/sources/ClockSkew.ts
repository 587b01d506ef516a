/** Below this the difference is the second that a Date header is rounded to. */
const NOISE_MS = 2_000;

/** Server time minus ours, from Date headers. */
export class ClockSkew {
  #ms = 0;

  /** @param now - when the answer came, epoch ms */
  observe(date: string | null, now: number): void {
    const server = date ? Date.parse(date) : NaN;
    if (!Number.isNaN(server)) {
      // The header is cut to whole seconds: half a second is the best guess of what is lost.
      this.#ms = server + 500 - now;
    }
  }

  get ms(): number {
    return Math.abs(this.#ms) < NOISE_MS ? 0 : Math.round(this.#ms);
  }
}
