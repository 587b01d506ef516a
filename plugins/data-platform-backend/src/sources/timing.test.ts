import fc from 'fast-check';
import { Backoff } from './Backoff';
import { ClockSkew } from './ClockSkew';
import { ManualClock, settle } from './__fixtures__/ManualClock';
import { retryAfterMs } from './Refusal';
import { clockTime, outageSentence } from './sentences';
import { Turnstile } from './Turnstile';
import { Wakeup } from './Wakeup';

const NOW = Date.parse('2026-11-22T10:04:00Z');
const at = (time: string) => Date.parse(`2026-11-22T${time}:00Z`);

describe('Backoff', () => {
  it('stays between half a second and 30 s and grows', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), random => {
        const backoff = new Backoff(() => random);
        const delays = Array.from({ length: 12 }, () => backoff.next());
        expect(Math.min(...delays)).toBeGreaterThanOrEqual(500);
        expect(Math.max(...delays)).toBeLessThanOrEqual(30_000);
        expect(delays[11]).toBeGreaterThanOrEqual(15_000);
        backoff.reset();
        expect(backoff.next()).toBeLessThanOrEqual(1_000);
      }),
    );
  });
});

describe('retryAfterMs', () => {
  it.each([
    ['20', 20_000],
    ['0', 0],
    ['99999', 300_000],
    ['Sun, 22 Nov 2026 10:04:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 10:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s is %s', (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });
});

describe('ClockSkew', () => {
  it('ignores the rounding of the header, and what is no date', () => {
    const skew = new ClockSkew();
    skew.observe('Sun, 22 Nov 2026 10:04:01 GMT', NOW);
    expect(skew.ms).toBe(0);
    skew.observe('Sun, 22 Nov 2026 09:54:00 GMT', NOW);
    expect(skew.ms).toBe(-599_500);
    skew.observe('nonsense', NOW);
    expect(skew.ms).toBe(-599_500);
  });
});

describe('sentences', () => {
  it('tells what is shown and why nothing newer is', () => {
    expect(
      outageSentence({
        subject: 'cluster eu-1',
        fault: 'has not answered',
        lastGood: at('09:58'),
        since: at('10:02'),
        reason: 'connection refused',
        now: NOW,
      }),
    ).toBe(
      'Showing the state of 09:58 UTC: cluster eu-1 has not answered since 10:02 UTC (connection refused).',
    );
  });

  it('names the day when it is another', () => {
    expect(clockTime(at('09:58') - 86_400_000, NOW)).toBe(
      '2026-11-21 09:58 UTC',
    );
  });
});

describe('Turnstile', () => {
  const { signal } = new AbortController();

  it('lets so many through, in order', async () => {
    const turnstile = new Turnstile(2);
    const order: number[] = [];
    const enter = async (n: number) => {
      const leave = await turnstile.enter(signal);
      order.push(n);
      return leave!;
    };
    const leave1 = await enter(1);
    const leave2 = await enter(2);
    const third = enter(3);
    const fourth = enter(4);
    await settle(5);
    expect(order).toEqual([1, 2]);
    leave2();
    leave2();
    await settle(5);
    expect(order).toEqual([1, 2, 3]);
    leave1();
    (await third)();
    (await fourth)();
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('loses no place to those who give up', async () => {
    const turnstile = new Turnstile(1);
    const leave = (await turnstile.enter(signal))!;
    const abort = new AbortController();
    const waiting = turnstile.enter(abort.signal);
    abort.abort();
    expect(await waiting).toBe(undefined);
    expect(await turnstile.enter(abort.signal)).toBe(undefined);
    leave();
    expect(await turnstile.enter(signal)).toBeDefined();
  });

  it('passes a place on even when its taker gives up in the same moment', async () => {
    const turnstile = new Turnstile(1);
    const leave = (await turnstile.enter(signal))!;
    const abort = new AbortController();
    const waiting = turnstile.enter(abort.signal);
    leave();
    abort.abort();
    (await waiting)?.();
    expect(await turnstile.enter(signal)).toBeDefined();
  });
});

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
