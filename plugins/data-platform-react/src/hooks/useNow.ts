import { useSyncExternalStore } from 'react';

const TICK_MS = 1_000;

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  now = Date.now();
  listeners.forEach(listener => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    timer = setInterval(tick, TICK_MS);
    // Between the last tick of an earlier subscriber and this one time has passed.
    now = Date.now();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/**
 * The time, in steps: one clock for the whole page, however many components ask.
 * A component renders again only when the step it asked for is over.
 * @param stepMs - 1,000 or a multiple; the time is that of the end of the step,
 *   so that what has passed is never told short
 */
export function useNow(stepMs: number = 1_000): number {
  return useSyncExternalStore(subscribe, () => {
    const current = listeners.size === 0 ? Date.now() : now;
    return Math.ceil(current / stepMs) * stepMs;
  });
}
