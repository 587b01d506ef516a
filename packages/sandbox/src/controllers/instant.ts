/** The instant of a metav1.Time in ms, or undefined where there is none. */
export function instant(time: unknown): number | undefined {
  if (typeof time !== 'string') return undefined;
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? undefined : ms;
}
