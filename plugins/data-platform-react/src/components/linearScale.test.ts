import fc from 'fast-check';
import { linearScale } from './linearScale';

const number = () => fc.integer({ min: -1_000_000, max: 1_000_000 });

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

  it('never leaves the range for what is in the domain', () => {
    fc.assert(
      fc.property(
        fc.tuple(number(), number()),
        fc.tuple(number(), number()),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (domain, range, part) => {
          const value = domain[0] + part * (domain[1] - domain[0]);
          const mapped = linearScale(domain, range)(value);
          expect(mapped).toBeGreaterThanOrEqual(Math.min(...range) - 1e-6);
          expect(mapped).toBeLessThanOrEqual(Math.max(...range) + 1e-6);
        },
      ),
    );
  });
});
