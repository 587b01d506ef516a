import { LatencySummary } from '../measure/Latencies';

export function ms(value: number): string {
  return value >= 10_000
    ? `${(value / 1_000).toFixed(1)} s`
    : `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

export function ratio(value: number): string {
  return `${value.toFixed(2)}x`;
}

/** p50, p99 and the largest, without a unit. */
export function milliseconds({ p50, p99, max }: LatencySummary): string[] {
  return [p50, p99, max].map(value => value.toFixed(1));
}
