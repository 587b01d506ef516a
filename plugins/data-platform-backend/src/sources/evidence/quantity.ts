/** A quantity as the server writes it: a string, or a bare number in a careless manifest. */
export function quantity(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) {
    return String(value);
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const SUFFIX: Record<string, number> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

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

/** Suffixes and exponents of k8s.io/apimachinery/pkg/api/resource. */
function amountOf(value: string): number | undefined {
  const match =
    /^([+-]?\d{1,30}(?:\.\d{0,30})?|[+-]?\.\d{1,30})(?:(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE])|[eE]([+-]?\d{1,3}))?$/.exec(
      value,
    );
  if (!match) {
    return undefined;
  }
  const scale = match[3] ? 10 ** Number(match[3]) : SUFFIX[match[2] ?? ''];
  const amount = Number(match[1]) * scale;
  return Number.isFinite(amount) ? amount : undefined;
}
