/** Epoch milliseconds as RFC 3339; undefined for what is no time. */
export function wireTime(ms: number | undefined): string | undefined {
  return ms !== undefined && Number.isFinite(ms) && Math.abs(ms) <= 8.64e15
    ? new Date(ms).toISOString()
    : undefined;
}

/** A time of a cluster as RFC 3339; undefined for what is no time. */
export function normalTime(text: string | undefined): string | undefined {
  return text === undefined ? undefined : wireTime(Date.parse(text));
}
