import fc from 'fast-check';
import {
  addQuantities,
  formatQuantity,
  parseQuantity,
  quantityToNumber,
  ZERO,
} from './Quantity';

describe('quantities', () => {
  it.each([
    ['1', '1'],
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['1.5', '1500m'],
    ['.5', '500m'],
    ['0.0005', '1m'],
    ['2000', '2k'],
    ['1Gi', '1Gi'],
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['512Mi', '512Mi'],
    ['1e3', '1k'],
    ['100n', '1m'],
    ['0', '0'],
    ['-1500m', '-1500m'],
    [2, '2'],
  ])('%s is written %s', (given, canonical) => {
    expect(formatQuantity(parseQuantity(given)!)).toBe(canonical);
  });

  it.each(['', 'many', '1 Gi', '1gi', '1KiB', 'Gi', '--1', '1e', null, {}])(
    '%j is none',
    given => {
      expect(parseQuantity(given)).toBeUndefined();
    },
  );

  it('what is written is read as the same amount', () => {
    const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    const formats = fc.constantFrom('decimal' as const, 'binary' as const);
    fc.assert(
      fc.property(amounts, formats, (milli, format) => {
        const text = formatQuantity({ milli, format });
        expect(parseQuantity(text)!.milli).toBe(milli);
      }),
    );
  });

  it('sums keep the format of what is there, and zero has none', () => {
    const half = parseQuantity('512Mi')!;
    expect(formatQuantity(addQuantities(ZERO, half))).toBe('512Mi');
    expect(formatQuantity(addQuantities(half, half))).toBe('1Gi');
    expect(quantityToNumber(parseQuantity('250m')!)).toBe(0.25);
  });
});
