import { ManualClock } from './__testUtils__/ManualClock';
import { Wakeup } from './Wakeup';

describe('Wakeup', () => {
  it('counts a wake that nobody slept through', async () => {
    const clock = new ManualClock();
    const wakeup = new Wakeup();
    const { signal } = new AbortController();
    wakeup.wake();
    expect(await wakeup.sleep(clock, 1_000, signal)).toBe(true);
    const asleep = wakeup.sleep(clock, 1_000, signal);
    clock.advance(1_000);
    expect(await asleep).toBe(false);
    const interrupted = wakeup.sleep(clock, 1_000, signal);
    wakeup.wake();
    expect(await interrupted).toBe(true);
  });
});
