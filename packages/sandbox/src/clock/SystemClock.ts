import { Clock } from '../types';

/** What a timer of Node takes; a longer one would run at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The real time. Its timers do not keep the process alive. */
export class SystemClock implements Clock {
  now(): number {
    return Date.now();
  }

  after(ms: number, run: () => void): () => void {
    let cancel = () => {};
    const timer = setTimeout(() => {
      if (ms > LONGEST_MS) cancel = this.after(ms - LONGEST_MS, run);
      else run();
    }, Math.min(ms, LONGEST_MS));
    timer.unref();
    cancel = () => clearTimeout(timer);
    return () => cancel();
  }
}
