import { Clock } from '../types';

/** The real time. Its timers do not keep the process alive. */
export class SystemClock implements Clock {
  now(): number {
    return Date.now();
  }

  after(ms: number, run: () => void): () => void {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  }
}
