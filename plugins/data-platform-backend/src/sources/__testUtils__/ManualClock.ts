import { setImmediate, setTimeout } from 'node:timers/promises';
import { Clock } from '../../clusters/Clock';

/** Time that a test drives. Requests still take real time, so tests wait for what they expect by {@link until}. */
export class ManualClock implements Clock {
  #now: number;
  #timers = new Set<{ at: number; run: () => void }>();

  constructor(now = Date.parse('2026-11-22T10:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Moves on, running what is due in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers]
        .filter(timer => timer.at <= end)
        .sort((a, b) => a.at - b.at)[0];
      if (!due) {
        break;
      }
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }
}

/** Only what never comes true waits so long: a machine that does ten other things is slow, not wrong. */
const PATIENCE_MS = 20_000;

/** Waits until `expected` stops throwing and is not false; fails with its last error after 20 s of real time. */
export async function until(
  expected: () => unknown,
  options: { tick?: () => void } = {},
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    let failure: unknown = new Error(`never true: ${expected}`);
    try {
      if (expected() !== false) {
        return;
      }
    } catch (error) {
      failure = error;
    }
    if (Date.now() > deadline) {
      throw failure;
    }
    if (options.tick) {
      options.tick();
      // Requests need real time to get through while the clock is driven.
      await setTimeout(1);
    } else {
      await setImmediate();
    }
  }
}

/** Lets pending requests and callbacks come to rest. */
export async function settle(turns = 60): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await setImmediate();
  }
}
