/** A time span as people say it: `45 s`, `12 min`, `1 h 5 min`, `3 d`. Never negative. */
export function lasting(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 90) return `${s} s`;
  const minutes = Math.round(s / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.round(hours / 24)} d`;
  const rest = minutes % 60;
  return rest === 0 || hours >= 10 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** How long ago a time was: `just now`, `4 min ago`. Clock skew never makes it lie in the future. */
export function ago(time: string | undefined, now: number): string | undefined {
  const at = time === undefined ? NaN : Date.parse(time);
  if (Number.isNaN(at)) return undefined;
  const seconds = (now - at) / 1000;
  return seconds < 10 ? 'just now' : `${lasting(seconds)} ago`;
}

/** Time of day in UTC, with the date unless it is of the same day: `09:58 UTC`, `2026-11-02 09:58 UTC`. */
export function clock(time: string, now: number): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) return 'an unknown time';
  const iso = new Date(at).toISOString();
  const today = new Date(now).toISOString().slice(0, 10);
  const hours = `${iso.slice(11, 16)} UTC`;
  return iso.startsWith(today) ? hours : `${iso.slice(0, 10)} ${hours}`;
}
