import { Clock } from '../types';

interface Timer {
  at: number;
  order: number;
  run: () => void;
}

/** Time that stands still until it is advanced; timers that fall due run in order. For tests. */
export class ManualClock implements Clock {
  private time: number;
  private order = 0;
  private readonly timers = new Set<Timer>();

  constructor(start = Date.parse('2026-01-01T00:00:00Z')) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + Math.max(0, ms), order: this.order++, run };
    this.timers.add(timer);
    return () => {
      this.timers.delete(timer);
    };
  }

  /** Runs what falls due within `ms`, including what those timers start themselves. */
  advance(ms: number): void {
    const end = this.time + ms;
    for (let due = this.earliest(end); due; due = this.earliest(end)) {
      this.timers.delete(due);
      this.time = Math.max(this.time, due.at);
      due.run();
    }
    this.time = end;
  }

  /** Goes to the moment of the next timer, `limitMs` ahead at most, and runs what falls due then. */
  advanceToNext(limitMs: number): void {
    const next = this.earliest(this.time + limitMs);
    this.advance(next ? Math.max(0, next.at - this.time) : limitMs);
  }

  private earliest(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers) {
      if (timer.at > end) continue;
      if (
        !first ||
        timer.at < first.at ||
        (timer.at === first.at && timer.order < first.order)
      ) {
        first = timer;
      }
    }
    return first;
  }
}
