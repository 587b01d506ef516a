const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `12 min`, `5 h`, `3 days`; under a minute `a moment`. */
export function spanText(ms: number): string {
  if (ms < MINUTE_MS) return 'a moment';
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} days`;
}

/** `a.parquet, b.parquet and 3 more`. */
export function someOf(names: readonly string[], total: number): string {
  const shown = names.slice(0, 2);
  const rest = total - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

export function dateText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** `2026-11-23 14:05 UTC`. */
export function timeText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
