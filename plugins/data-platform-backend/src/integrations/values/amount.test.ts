import fc from 'fast-check';
import { formatBytes, formatCores, amount } from './amount';

describe('amount', () => {
  it.each([
    ['500m', 0.5],
    ['16', 16],
    ['2Gi', 2 * 2 ** 30],
    ['1e3', 1000],
    ['1E', 1e18],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['100k', 100_000],
    ['.5', 0.5],
    [4, 4],
  ])('reads %p', (text, value) => {
    expect(amount(text)).toBeCloseTo(value, 9);
  });

  it.each(['', '2g', '1 Gi x', 'many', '1e', null, {}, NaN, '9'.repeat(50)])(
    'takes %p for none',
    text => expect(amount(text)).toBeUndefined(),
  );

  it('is total', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        const read = amount(value);
        expect(read === undefined || Number.isFinite(read)).toBe(true);
      }),
    );
  });
});

describe('formatBytes', () => {
  it.each([
    [2 ** 31, '2 GiB'],
    [1408 * 2 ** 20, '1408 MiB'],
    [1.5 * 2 ** 30, '1.5 GiB'],
    [1024 * 1.4 * 2 ** 20, '1434 MiB'],
    [512 * 2 ** 20, '512 MiB'],
    [5 * Math.ceil(1433.6 * 2 ** 20), '7 GiB'],
    [0, '0 B'],
  ])('%p is %p', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

it('writes cores without noise', () => {
  expect([0.5, 4, 0.1 + 0.2].map(formatCores)).toEqual(['0.5', '4', '0.3']);
});
