const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  k: 2 ** 10,
  kb: 2 ** 10,
  m: 2 ** 20,
  mb: 2 ** 20,
  g: 2 ** 30,
  gb: 2 ** 30,
  t: 2 ** 40,
  tb: 2 ** 40,
  p: 2 ** 50,
  pb: 2 ** 50,
};

/**
 * Bytes of a memory size as Spark writes it (`512m`, `2g`; a bare number counts mebibytes), or undefined.
 * Source: apache/spark JavaUtils.byteStringAs, which takes whole numbers only.
 */
export function parseJavaMemory(text: unknown): number | undefined {
  if (typeof text !== 'string' || text.length > 20) {
    return undefined;
  }
  const match = /^(\d+)([a-z]*)$/.exec(text.trim().toLowerCase());
  if (!match) {
    return undefined;
  }
  const unit = match[2] === '' ? UNITS.m : UNITS[match[2]];
  const bytes = unit === undefined ? undefined : Number(match[1]) * unit;
  return bytes !== undefined && Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** What to write instead of a Kubernetes quantity: `2Gi` becomes `2g`. Undefined when it is not that mistake. */
export function javaMemoryFor(quantity: string): string | undefined {
  const match = /^(\d+)([KMGTP])i?$/.exec(quantity.trim());
  return match ? `${match[1]}${match[2].toLowerCase()}` : undefined;
}
