// But for line breaks and tabs, control characters have no place in any text that we show.
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** Text of a cluster, made safe to keep: at most `max` UTF-16 units, never cut inside a character. */
export function capText(text: unknown, max: number): string {
  const clean = (typeof text === 'string' ? text : String(text ?? '')).replace(
    CONTROL,
    ' ',
  );
  if (clean.length <= max) {
    return clean;
  }
  const cut = clean.slice(0, max - 1);
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The same, where there may be none. */
export function capOptional(text: unknown, max: number): string | undefined {
  return text === undefined || text === null ? undefined : capText(text, max);
}
