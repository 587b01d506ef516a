import { formatMoney } from './formatMoney';

describe('formatMoney', () => {
  it.each([
    [2.4, 'EUR', '€2.40'],
    [0.0451, 'EUR', '€0.045'],
    [0, 'USD', '$0.00'],
    [1234.5, 'USD', '$1,234.50'],
    [3.25, 'credits', '3.25 credits'],
    [0.004, 'credits', '0.004 credits'],
    [1, '', '1 '],
  ])('%s %s is %s', (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text);
  });
});
