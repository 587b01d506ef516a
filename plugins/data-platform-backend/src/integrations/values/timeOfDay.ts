/** `09:58 UTC`, with the date unless it is of the same day: `2026-11-02 09:58 UTC`. Times are epoch milliseconds. */
export function timeOfDay(time: number, now: number): string {
  const iso = isoOf(time);
  if (!iso) return 'a time that cannot be told';
  const hours = `${iso.slice(11, 16)} UTC`;
  return isoOf(now)?.slice(0, 10) === iso.slice(0, 10)
    ? hours
    : `${iso.slice(0, 10)} ${hours}`;
}

function isoOf(time: number): string | undefined {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : undefined;
}
