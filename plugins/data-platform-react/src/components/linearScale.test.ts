import { linearScale } from './linearScale';

describe('linearScale', () => {
  it('maps ends to ends and the middle to the middle, whichever way round', () => {
    const down = linearScale([0, 10], [100, 0]);
    expect([0, 5, 10].map(down)).toEqual([100, 50, 0]);
  });

  it('goes on in proportion beyond the ends', () => {
    expect(linearScale([0, 10], [0, 1])(-20)).toBe(-2);
  });

  it('maps what has no length to the middle', () => {
    expect(linearScale([7, 7], [0, 10])(7)).toBe(5);
  });

  it.each([
    [0, 1],
    [-3, 250],
    [1_700_000_000_000, 1_700_000_360_000],
  ])('never leaves the range for what is from %d to %d', (from, to) => {
    const scale = linearScale([from, to], [96, 6]);
    for (let part = 0; part <= 1; part += 1 / 64) {
      const mapped = scale(from + part * (to - from));
      expect(mapped).toBeGreaterThanOrEqual(6);
      expect(mapped).toBeLessThanOrEqual(96);
    }
  });
});
