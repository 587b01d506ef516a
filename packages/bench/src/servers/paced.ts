import { setTimeout as sleep } from 'node:timers/promises';

/** Calls `act` `count` times, `perSecond` times a second, catching up when the loop was busy. */
export async function paced(
  count: number,
  perSecond: number,
  act: (index: number) => void,
): Promise<void> {
  const started = performance.now();
  for (let index = 0; index < count; index += 1) {
    const due = started + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    act(index);
  }
}
