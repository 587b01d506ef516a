/** Resolves after `ms`, or at once when the signal fires; never rejects. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) {
    return Promise.resolve();
  }
  return new Promise(resolve => {
    const over = new AbortController();
    const timer = setTimeout(() => {
      over.abort();
      resolve();
    }, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true, signal: over.signal });
  });
}
