/** Values that are pushed from one side and awaited on the other, for tests. */
export class PushQueue<T> {
  private readonly values: T[] = [];
  private wake: () => void = () => undefined;

  push(value: T): void {
    this.values.push(value);
    this.wake();
  }

  /** The next value; undefined once the signal has fired. */
  async next(signal: AbortSignal): Promise<{ value: T } | undefined> {
    while (!signal.aborted) {
      if (this.values.length > 0) {
        return { value: this.values.shift()! };
      }
      await this.waitForPush(signal);
    }
    return undefined;
  }

  private waitForPush(signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      this.wake = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
