/** A time as Spark's REST API writes it: `2026-11-22T08:48:17.123GMT`. Undefined stays absent. */
export function sparkDate(ms: number | undefined): string | undefined {
  return ms === undefined
    ? undefined
    : new Date(ms).toISOString().replace('Z', 'GMT');
}
