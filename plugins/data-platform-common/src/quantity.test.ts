import fc from 'fast-check';
import { parseQuantity } from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['0', 0],
    ['4', 4],
    ['500m', 0.5],
    ['250u', 0.00025],
    ['2Gi', 2 * 2 ** 30],
    ['1.5Ki', 1536],
    ['2G', 2e9],
    ['1e3', 1000],
    ['1E3', 1000],
    ['1E', 1e18],
    ['12E-1', 1.2],
    ['.5', 0.5],
    ['5.', 5],
    ['-3', -3],
    ['+3', 3],
  ])('%s is %d', (text, value) => {
    expect(parseQuantity(text)).toBeCloseTo(value, 9);
  });

  it.each(['', ' ', 'Gi', '1 Gi', '1gi', '1KiB', 'NaN', '0x10', '1e', '--1'])(
    '%j is none',
    text => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );

  const SUFFIXES = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
  const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

  it('grows with the suffix, a thousandfold or 1024-fold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), number => {
        for (const [suffixes, factor] of [
          [SUFFIXES, 1000],
          [BINARY, 1024],
        ] as const) {
          const values = suffixes.map(suffix =>
            parseQuantity(`${number}${suffix}`),
          );
          for (let n = 1; n < values.length; n += 1) {
            expect(values[n]! / values[n - 1]!).toBeCloseTo(factor, 6);
          }
        }
      }),
    );
  });

  it('gives a finite number or nothing, for any text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const value = parseQuantity(text);
        expect(value === undefined || typeof value === 'number').toBe(true);
        expect(Number.isNaN(value)).toBe(false);
      }),
    );
  });
});
