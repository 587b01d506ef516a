/**
 * An amount of money, `€2.40`. A currency that is no ISO code (`credits`) stands behind the number as it is.
 */
export function formatMoney(amount: number, currency: string): string {
  // A cent is too coarse for what costs less than one.
  const digits = amount !== 0 && Math.abs(amount) < 0.1 ? 3 : 2;
  try {
    return amount.toLocaleString(undefined, {
      style: 'currency',
      currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: digits,
    });
  } catch {
    return `${amount.toLocaleString(undefined, {
      maximumFractionDigits: digits,
    })} ${currency}`;
  }
}
