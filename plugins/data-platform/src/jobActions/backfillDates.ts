/** Length of a step of a back-fill. */
export type Every = 'hour' | 'day' | 'week' | 'month';

/** The most runs that one back-fill may have. */
export const MOST_RUNS = 366;

const DAY_MS = 86_400_000;
const STEP_MS = { hour: DAY_MS / 24, day: DAY_MS, week: 7 * DAY_MS } as const;

/**
 * The dates of a back-fill in order, from the first up to and including the last; times are UTC. At most one more
 * than may be run, so that a caller can tell that there are too many.
 * @param from - `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm` for hours
 * @returns `YYYY-MM-DD`, or RFC 3339 for hours; nothing where a date cannot be read
 */
export function backfillDates(
  from: string,
  to: string,
  every: Every,
): string[] {
  const first = utcOf(from);
  const last = utcOf(to);
  if (first === undefined || last === undefined) {
    return [];
  }
  const dates: string[] = [];
  for (let index = 0; dates.length <= MOST_RUNS; index++) {
    const at = stepOf(first, index, every);
    if (at > last) {
      break;
    }
    dates.push(textOf(at, every));
  }
  return dates;
}

/** A time of the form as the API takes it. */
export function apiDate(text: string, every: Every): string {
  const at = utcOf(text);
  return at === undefined ? text : textOf(at, every);
}

function utcOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(text)) {
    return undefined;
  }
  const at = Date.parse(text.length > 10 ? `${text}:00Z` : `${text}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}

function stepOf(first: number, index: number, every: Every): number {
  if (every !== 'month') {
    return first + index * STEP_MS[every];
  }
  const start = new Date(first);
  const month = start.getUTCMonth() + index;
  const year = start.getUTCFullYear();
  // The 31st of a month without one is its last day.
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(start.getUTCDate(), days));
}

function textOf(at: number, every: Every): string {
  const text = new Date(at).toISOString();
  return every === 'hour' ? `${text.slice(0, 19)}Z` : text.slice(0, 10);
}
