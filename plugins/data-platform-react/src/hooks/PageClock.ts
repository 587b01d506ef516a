const TICK_MS = 1_000;

/** The time for everything on the page that shows how long ago something was. */
export class PageClock {
  private readonly listeners = new Set<() => void>();
  private current = Date.now();
  private timer?: ReturnType<typeof setInterval>;
  private held?: number;

  /** Ticks once a second while anybody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (!this.timer && this.held === undefined) {
      this.timer = setInterval(() => this.tick(), TICK_MS);
      // Since the last tick of an earlier listener time has passed.
      this.current = Date.now();
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.stop();
      }
    };
  };

  /** Ms; the same between two ticks. */
  now(): number {
    if (this.held !== undefined) {
      return this.held;
    }
    return this.timer ? this.current : Date.now();
  }

  /** Stops at a time, for tests. */
  hold(at: number): void {
    this.held = at;
    this.stop();
  }

  private tick(): void {
    this.current = Date.now();
    this.listeners.forEach(listener => listener());
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

/** The one clock of the page. */
export const pageClock = new PageClock();
