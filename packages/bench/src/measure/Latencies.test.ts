import { Latencies, percentile } from './Latencies';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

  it.each([
    [0, 1],
    [1, 1],
    [50, 50],
    [99, 99],
    [99.5, 100],
    [100, 100],
  ])('%d %% of 1 to 100 is %d', (percent, expected) => {
    expect(percentile(hundred, percent)).toBe(expected);
  });

  it('is a value that occurred, however few there are', () => {
    expect(percentile([7], 1)).toBe(7);
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([1, 9], 50)).toBe(1);
    expect(percentile([1, 9], 51)).toBe(9);
    expect(percentile([], 50)).toBe(0);
  });
});

describe('Latencies', () => {
  it('sorts as numbers, whatever the order they came in', () => {
    const latencies = new Latencies();
    for (const ms of [100, 9, 20, 3]) latencies.add(ms);
    expect(latencies.summary()).toEqual({
      count: 4,
      p50: 9,
      p95: 100,
      p99: 100,
      max: 100,
    });
  });

  it('is zero without values', () => {
    expect(new Latencies().summary()).toEqual({
      count: 0,
      p50: 0,
      p95: 0,
      p99: 0,
      max: 0,
    });
  });
});
