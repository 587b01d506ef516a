import { formatDuration } from './formatDuration';

/** Ms of an RFC 3339 time; undefined for anything else. */
export function timeOf(value: string | undefined): number | undefined {
  if (!value) {
    return undefined;
  }
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** Date and time to the second, in the reader's time zone, with its name. */
export function formatAbsolute(value: string): string {
  const time = timeOf(value);
  return time === undefined
    ? value
    : new Date(time).toLocaleString(undefined, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        timeZoneName: 'short',
      });
}

/** `just now`, `4 min ago`, `in 2 h`. Coarser than a duration: one unit. */
export function formatRelative(value: string, now: number): string {
  const time = timeOf(value);
  if (time === undefined) {
    return value;
  }
  const seconds = (now - time) / 1000;
  if (Math.abs(seconds) < 10) {
    return 'just now';
  }
  const length = oneUnit(Math.abs(seconds));
  return seconds >= 0 ? `${length} ago` : `in ${length}`;
}

function oneUnit(seconds: number): string {
  const [length, unit] = formatDuration(seconds).split(' ');
  return `${length} ${unit}`;
}

/** Seconds between two times; to `now` where the end is open. */
export function secondsBetween(
  start: string | undefined,
  end: string | undefined,
  now: number,
): number | undefined {
  const from = timeOf(start);
  return from === undefined
    ? undefined
    : Math.max(0, ((timeOf(end) ?? now) - from) / 1000);
}
