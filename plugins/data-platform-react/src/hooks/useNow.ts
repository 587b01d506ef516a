import { useSyncExternalStore } from 'react';
import { pageClock } from './PageClock';

/**
 * The time, in steps: one clock for the whole page, however many components ask.
 * A component renders again only when the step it asked for is over.
 * @param stepMs - 1,000 or a multiple; the time is that of the end of the step,
 *   so that what has passed is never told short
 */
export function useNow(stepMs: number = 1_000): number {
  return useSyncExternalStore(
    pageClock.subscribe,
    () => Math.ceil(pageClock.now() / stepMs) * stepMs,
  );
}
