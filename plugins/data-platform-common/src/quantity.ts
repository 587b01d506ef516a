const PATTERN =
  /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei))?$/;

const FACTORS: Readonly<Record<string, number>> = {
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
 * A Kubernetes quantity (`500m`, `2Gi`, `1e3`) as a number in its base unit (cores, bytes, pieces); undefined for what
 * is none.
 *
 * @see k8s.io/apimachinery/pkg/api/resource, type Quantity
 */
export function parseQuantity(text: string): number | undefined {
  const match = PATTERN.exec(text.trim());
  if (!match) return undefined;
  const [, digits, exponent, suffix] = match;
  return suffix
    ? Number(digits) * FACTORS[suffix]
    : Number(digits + (exponent ?? ''));
}
