import { BusySpan } from './BusySpans';
import { StepPoint } from './stepSeries';

const HOUR_MS = 3_600_000;

/**
 * Executor-hours without a task, where the driver told of its tasks; undefined where it told nothing.
 * @param until - epoch ms; nothing after it counts
 */
export function idleHours(
  points: readonly StepPoint[],
  spans: readonly BusySpan[],
  until: number,
): number | undefined {
  if (spans.length === 0) return undefined;
  let idle = 0;
  let index = 0;
  for (const span of spans) {
    const to = Math.min(span.to, until);
    while (points[index + 1]?.at <= span.from) index += 1;
    for (let each = index; each < points.length; each += 1) {
      const begin = Math.max(points[each].at, span.from);
      if (begin >= to) break;
      const end = Math.min(points[each + 1]?.at ?? to, to);
      idle +=
        Math.max(0, points[each].running - span.busy) *
        Math.max(0, end - begin);
    }
  }
  return idle / HOUR_MS;
}
