import { numberAt, textAt } from '../../integrations/values/field';

/** No honest figure of Spark is larger; beyond it adding up would lose units. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** A figure of Spark's REST API: finite, at least zero; 0 where it lacks or is nonsense (Spark writes -1 for unknown). */
export function figure(value: unknown, ...path: readonly string[]): number {
  const found = numberAt(value, ...path) ?? 0;
  return Math.min(Math.max(0, found), LARGEST);
}

/** A count. */
export function count(value: unknown, ...path: readonly string[]): number {
  return Math.floor(figure(value, ...path));
}

/** A time as Spark writes it, `2026-11-22T10:00:00.123GMT`, in epoch milliseconds. */
export function sparkTime(
  value: unknown,
  ...path: readonly string[]
): number | undefined {
  const text = textAt(value, ...path)?.slice(0, 40);
  if (!text || !/^\d{4}-\d\d-\d\dT[\d:.]+(GMT|Z)$/.test(text)) {
    return undefined;
  }
  const time = Date.parse(text.replace(/GMT$/, 'Z'));
  return Number.isFinite(time) && time > 0 ? time : undefined;
}

/** The items of a list; empty for anything else. */
export function list(value: unknown, max: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, max) : [];
}
