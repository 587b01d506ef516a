import { Config } from '@backstage/config';
import { Totals } from './totals';

const KEY = 'dataPlatform.prices';
const RATES = ['coreHour', 'gibHour', 'gpuHour'] as const;

/** What an hour of a reserved core, GiB of memory or GPU costs. */
export interface Prices {
  currency: string;
  coreHour: number;
  gibHour: number;
  gpuHour: number;
}

/**
 * Prices, where they are configured.
 * @throws Error that names the key
 */
export function readPrices(root: Config): Prices | undefined {
  const config = root.getOptionalConfig(KEY);
  if (!config) return undefined;
  const currency = config.getString('currency');
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new Error(
      `${KEY}.currency must be three capital letters as in ISO 4217, for example EUR; it is "${currency}"`,
    );
  }
  const rates = { coreHour: 0, gibHour: 0, gpuHour: 0 };
  for (const rate of RATES) {
    const value = config.getOptionalNumber(rate) ?? 0;
    if (!(value >= 0 && Number.isFinite(value))) {
      throw new Error(`${KEY}.${rate} must be 0 or more; it is ${value}`);
    }
    rates[rate] = value;
  }
  return { currency, ...rates };
}

/** What the totals cost, in the currency of the prices. */
export function costOf(
  totals: Omit<Totals, 'executorHours'>,
  prices: Prices,
): number {
  return (
    totals.coreHours * prices.coreHour +
    totals.memoryGiBHours * prices.gibHour +
    totals.gpuHours * prices.gpuHour
  );
}
