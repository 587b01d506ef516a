import { amount as amountOf } from '../../integrations/values/amount';

/** A quantity as the server writes it: a string, or a bare number in a careless manifest. */
export function quantity(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) {
    return String(value);
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Sum of quantities, in millicores or bytes. One quantity alone stays as it was written.
 * @returns undefined when there is none, or one that cannot be read
 */
export function sumQuantities(
  values: readonly (string | undefined)[],
  resource: 'cpu' | 'memory',
): string | undefined {
  const given = values.filter(value => value !== undefined);
  if (given.length <= 1) {
    return given[0];
  }
  let sum = 0;
  for (const value of given) {
    const amount = amountOf(value);
    if (amount === undefined) {
      return undefined;
    }
    sum += amount;
  }
  return resource === 'cpu'
    ? `${Math.round(sum * 1000)}m`
    : String(Math.round(sum));
}
