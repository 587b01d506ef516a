import fc from 'fast-check';
import { Backoff } from './Backoff';

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
