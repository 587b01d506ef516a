import { PageClock } from './PageClock';

describe('PageClock', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => jest.useRealTimers());

  it('ticks for all with one timer, and only while somebody listens', () => {
    const clock = new PageClock();
    const one = jest.fn();
    const two = jest.fn();
    const leaveOne = clock.subscribe(one);
    const leaveTwo = clock.subscribe(two);
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(2_000);
    expect(one).toHaveBeenCalledTimes(2);
    expect(two).toHaveBeenCalledTimes(2);
    expect(clock.now()).toBe(1_002_000);
    leaveOne();
    leaveTwo();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is the same between two ticks, and current after a pause', () => {
    const clock = new PageClock();
    const leave = clock.subscribe(jest.fn());
    jest.advanceTimersByTime(999);
    expect(clock.now()).toBe(1_000_000);
    leave();
    jest.advanceTimersByTime(60_000);
    expect(clock.now()).toBe(1_060_999);
    clock.subscribe(jest.fn())();
  });

  it('can be held', () => {
    const clock = new PageClock();
    clock.hold(5);
    const listener = jest.fn();
    clock.subscribe(listener);
    jest.advanceTimersByTime(5_000);
    expect(clock.now()).toBe(5);
    expect(listener).not.toHaveBeenCalled();
  });
});
