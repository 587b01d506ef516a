import { SystemClock } from './SystemClock';

describe('SystemClock', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits for more than the 25 days that a timer can', () => {
    const run = jest.fn();
    const days = (n: number) => n * 24 * 3_600_000;
    new SystemClock().after(days(60), run);
    jest.advanceTimersByTime(days(60) - 1);
    expect(run).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('cancels at any time', () => {
    const run = jest.fn();
    const cancel = new SystemClock().after(2 ** 32, run);
    jest.advanceTimersByTime(2 ** 31);
    cancel();
    jest.advanceTimersByTime(2 ** 33);
    expect(run).not.toHaveBeenCalled();
  });
});
