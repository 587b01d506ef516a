const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a Go duration such as `1m30s`; undefined for what is none. */
export function parseGoDuration(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(
    /([\d.]+)(ns|us|µs|ms|s|m|h)/g,
  )) {
    sum += Number(amount) * UNITS[unit];
  }
  return sum;
}

/** Writes milliseconds as Go writes a duration: `969.613µs`, `4.150142ms`, `2.000646267s`. */
export function goDuration(ms: number): string {
  if (ms < 1) return `${trimmed(ms * 1000, 3)}µs`;
  if (ms < 1000) return `${trimmed(ms, 6)}ms`;
  const minutes = Math.floor(ms / 60_000);
  const seconds = trimmed((ms % 60_000) / 1000, 9);
  return minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
