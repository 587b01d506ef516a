import { pageClock } from '../hooks/PageClock';

/** Stops the page's clock, so that nothing renders by itself in a test. */
export function holdPageClock(at: number = Date.now()): void {
  pageClock.hold(at);
}
