const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time with its two largest units: `42 s`, `12 min`, `1 h 5 min`, `3 d 2 h`. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) {
    return '–';
  }
  const exact = Math.max(0, Math.round(seconds));
  if (exact < MINUTE) {
    return `${exact} s`;
  }
  if (exact < 10 * MINUTE) {
    return join(exact, MINUTE, 'min', 1, 's');
  }
  // Round before choosing the units, else 59.8 min reads "60 min".
  const minutes = Math.round(exact / MINUTE) * MINUTE;
  if (minutes < HOUR) {
    return `${minutes / MINUTE} min`;
  }
  if (minutes < DAY) {
    return join(minutes, HOUR, 'h', MINUTE, 'min');
  }
  return join(Math.round(exact / HOUR) * HOUR, DAY, 'd', HOUR, 'h');
}

function join(
  seconds: number,
  large: number,
  largeUnit: string,
  small: number,
  smallUnit: string,
): string {
  const rest = Math.floor((seconds % large) / small);
  const head = `${Math.floor(seconds / large)} ${largeUnit}`;
  return rest > 0 ? `${head} ${rest} ${smallUnit}` : head;
}
