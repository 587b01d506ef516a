const SCALES: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
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

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/;

/** The value of a Kubernetes quantity: cores, bytes or a count. 0 for what is none. */
export function parseQuantity(quantity: unknown): number {
  const match = QUANTITY.exec(String(quantity ?? '').trim());
  if (!match) return 0;
  const [, digits, suffix, exponent] = match;
  const scale = exponent ? 10 ** Number(exponent) : SCALES[suffix ?? ''];
  return Number(digits) * scale;
}

/** Cores (or a count) in the shortest decimal form: `1500m`, `2`. */
export function formatDecimal(value: number): string {
  const milli = Math.round(value * 1000);
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}

/** Bytes in the largest binary unit that is exact: `1408Mi`, `2Gi`. */
export function formatBinary(bytes: number): string {
  const whole = Math.round(bytes);
  if (whole === 0) return '0';
  for (const unit of ['Ti', 'Gi', 'Mi', 'Ki']) {
    if (whole % SCALES[unit] === 0) return `${whole / SCALES[unit]}${unit}`;
  }
  return String(whole);
}
