/** Time, as everything that waits in this backend sees it. Tests drive it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs once after `ms`. Returns how to cancel. */
  after(ms: number, run: () => void): () => void;
}

/** What a timer of Node takes; a longer one would run at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The machine's clock. Its timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    let cancel = () => {};
    const timer = setTimeout(() => {
      if (ms > LONGEST_MS) cancel = systemClock.after(ms - LONGEST_MS, run);
      else run();
    }, Math.min(ms, LONGEST_MS));
    timer.unref();
    cancel = () => clearTimeout(timer);
    return () => cancel();
  },
};

/** Resolves after `ms`, or at once when `signal` aborts: callers look at the signal themselves. */
export function sleep(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    let cancel = () => {};
    const finish = () => {
      cancel();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    signal.addEventListener('abort', finish);
    cancel = clock.after(ms, finish);
  });
}
