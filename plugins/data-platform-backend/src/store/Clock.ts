/** Time, as the read path takes it: tests drive it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls once after `ms`, never at once. Returns how to cancel. */
  after(ms: number, call: () => void): () => void;
}

/** The machine's clock. Its timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    if (ms <= 0) {
      const handle = setImmediate(call);
      return () => clearImmediate(handle);
    }
    const handle = setTimeout(call, ms);
    handle.unref();
    return () => clearTimeout(handle);
  },
};
