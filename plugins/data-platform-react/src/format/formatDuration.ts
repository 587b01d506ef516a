const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time with its two largest units: `42 s`, `12 min`, `1 h 5 min`, `3 d 2 h`. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) {
    return '–';
  }
  const s = Math.max(0, Math.round(seconds));
  if (s < MINUTE) {
    return `${s} s`;
  }
  if (s < 10 * MINUTE) {
    return join(s, MINUTE, 'min', 1, 's');
  }
  if (s < HOUR) {
    return `${Math.round(s / MINUTE)} min`;
  }
  if (s < DAY) {
    return join(s, HOUR, 'h', MINUTE, 'min');
  }
  return join(s, DAY, 'd', HOUR, 'h');
}

function join(
  seconds: number,
  large: number,
  largeUnit: string,
  small: number,
  smallUnit: string,
): string {
  // Round to the small unit first, else 119.6 min reads "1 h 60 min".
  const whole = Math.round(seconds / small) * small;
  const rest = Math.floor((whole % large) / small);
  const head = `${Math.floor(whole / large)} ${largeUnit}`;
  return rest > 0 ? `${head} ${rest} ${smallUnit}` : head;
}
