/** Distance between two runs of a series. */
export type SeriesStride = 'hour' | 'day' | 'week' | 'month';

/** Runs of one series. */
export const MOST_RUNS = 366;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FIXED: Readonly<Record<Exclude<SeriesStride, 'month'>, number>> = {
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
};

/**
 * The dates of a series, both ends included, oldest first; UTC. Months keep the day of the first, or the last day of a
 * shorter month. At most one more than {@link MOST_RUNS}, so that too many are noticed.
 *
 * @param from - `2026-01-02` or RFC 3339
 */
export function seriesDates(
  from: string,
  to: string,
  every: SeriesStride,
): Date[] {
  const first = new Date(from);
  const last = Date.parse(to);
  // A day as the end means all of it, so that the hours of that day belong to the series.
  const end = /^\d{4}-\d\d-\d\d$/.test(to) ? last + DAY_MS - 1 : last;
  const dates: Date[] = [];
  for (let n = 0; dates.length <= MOST_RUNS; n += 1) {
    const date =
      every === 'month'
        ? monthsAfter(first, n)
        : new Date(first.getTime() + n * FIXED[every]);
    if (Number.isNaN(date.getTime()) || date.getTime() > end) break;
    dates.push(date);
  }
  return dates;
}

function monthsAfter(first: Date, months: number): Date {
  const date = new Date(first);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const days = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0),
  ).getUTCDate();
  date.setUTCDate(Math.min(first.getUTCDate(), days));
  return date;
}

/** `2026-01-02`; for hours `2026-01-02T03:00:00Z`. */
export function seriesDateText(date: Date, every: SeriesStride): string {
  return every === 'hour' ? dateTimeText(date) : dateText(date);
}

/** `2026-01-02` */
export function dateText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `2026-01-02T03:00:00Z` */
export function dateTimeText(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
