import { settle } from './__testUtils__/ManualClock';
import { Turnstile } from './Turnstile';

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

  it('lets lower ranks through first, and of one rank who came first', async () => {
    const turnstile = new Turnstile(1);
    const leave = (await turnstile.enter(signal, 9))!;
    const order: string[] = [];
    const waiting = (['c 2', 'a 0', 'd 2', 'b 1'] as const).map(async name => {
      const left = await turnstile.enter(signal, Number(name.slice(2)));
      order.push(name);
      left!();
    });
    leave();
    await Promise.all(waiting);
    expect(order).toEqual(['a 0', 'b 1', 'c 2', 'd 2']);
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
