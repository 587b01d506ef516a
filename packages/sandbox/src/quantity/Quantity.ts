/** Quantities of k8s.io/apimachinery/pkg/api/resource, exact to a thousandth: as far as pods, quotas and limits need them. */

const PATTERN =
  /^([+-]?(?:\d+\.?\d*|\.\d+))((?:[KMGTPE]i)|[numkMGTPE]|(?:[eE][+-]?\d+))?$/;

const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const BINARY: Record<string, bigint> = {
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
  Pi: 1n << 50n,
  Ei: 1n << 60n,
};

/** How a quantity writes itself: 1500m and 2G, or 1536Mi. */
export type QuantityFormat = 'decimal' | 'binary';

export interface Quantity {
  /** Thousandths, rounded up as Kubernetes does below its precision. */
  milli: bigint;
  format: QuantityFormat;
}

/** Parses; undefined for what is no quantity. */
export function parseQuantity(text: unknown): Quantity | undefined {
  if (typeof text !== 'string' && typeof text !== 'number') return undefined;
  const match = PATTERN.exec(String(text));
  if (!match) return undefined;
  const [, number, suffix = ''] = match;
  const binary = BINARY[suffix];
  if (binary !== undefined) {
    return { milli: scaled(number, 3, binary), format: 'binary' };
  }
  const exponent = DECIMAL[suffix] ?? Number(suffix.slice(1));
  return { milli: scaled(number, exponent + 3, 1n), format: 'decimal' };
}

function scaled(number: string, power: number, factor: bigint): bigint {
  const negative = number.startsWith('-');
  const [whole, fraction = ''] = number.replace(/^[+-]/, '').split('.');
  let digits = BigInt(`${whole}${fraction}` || '0') * factor;
  const shift = power - fraction.length;
  if (shift >= 0) digits *= 10n ** BigInt(shift);
  else {
    const divisor = 10n ** BigInt(-shift);
    digits = (digits + divisor - 1n) / divisor;
  }
  return negative ? -digits : digits;
}

/** The canonical text: no fraction, the largest suffix that leaves a whole number. */
export function formatQuantity(quantity: Quantity): string {
  const { milli, format } = quantity;
  if (milli === 0n) return '0';
  if (milli % 1000n !== 0n) return `${milli}m`;
  let value = milli / 1000n;
  if (format === 'binary') {
    let suffix = '';
    for (const [name, size] of Object.entries(BINARY)) {
      if (value % size === 0n) suffix = name;
    }
    return suffix ? `${value / BINARY[suffix]}${suffix}` : `${value}`;
  }
  let suffix = '';
  for (const next of ['k', 'M', 'G', 'T', 'P', 'E']) {
    if (value % 1000n !== 0n) break;
    value /= 1000n;
    suffix = next;
  }
  return `${value}${suffix}`;
}

export function addQuantities(a: Quantity, b: Quantity): Quantity {
  // Zero has no format worth keeping: 0 + 512Mi is 512Mi.
  const format = a.milli === 0n ? b.format : a.format;
  return { milli: a.milli + b.milli, format };
}

export const ZERO: Quantity = { milli: 0n, format: 'decimal' };

/** The quantity as a plain number: cores, or bytes. */
export function quantityToNumber(quantity: Quantity): number {
  return Number(quantity.milli) / 1000;
}
