import { setTimeout as sleep } from 'node:timers/promises';

/** Spreads its multiples evenly over 0 to 1, never in a rhythm. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Calls `act` `count` times, `perSecond` times a second on average, catching up when the loop was busy. Not in a rhythm,
 * which could be that of whoever listens.
 */
export async function paced(
  count: number,
  perSecond: number,
  act: (index: number) => void,
): Promise<void> {
  const started = performance.now();
  for (let index = 0; index < count; index += 1) {
    const slot = index + ((index * GOLDEN) % 1);
    const due = started + (slot * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    act(index);
  }
}
