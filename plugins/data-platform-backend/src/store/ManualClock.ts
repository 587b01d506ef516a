import { Clock } from '../clusters/Clock';

interface Timer {
  due: number;
  order: number;
  call: () => void;
}

/** A clock that stands still until it is moved. For tests. */
export class ManualClock implements Clock {
  #now: number;
  #order = 0;
  readonly #timers = new Set<Timer>();

  constructor(start: number | string = '2026-03-02T09:00:00Z') {
    this.#now = typeof start === 'number' ? start : Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    this.#order += 1;
    const timer = { due: this.#now + ms, order: this.#order, call };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Moves time on and calls what falls due on the way, in order. What that schedules within the span is called too. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#next(end);
      if (!next) {
        break;
      }
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.call();
    }
    this.#now = end;
  }

  #next(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (
        timer.due <= end &&
        (!first ||
          timer.due < first.due ||
          (timer.due === first.due && timer.order < first.order))
      ) {
        first = timer;
      }
    }
    return first;
  }
}
