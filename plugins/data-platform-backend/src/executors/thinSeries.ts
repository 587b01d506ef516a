import { StepPoint } from './stepSeries';

/** A point that may tell how many of the running ones had work. */
export interface UsagePoint extends StepPoint {
  busy?: number;
}

/**
 * The same step function with at most `max` points. It is cut into pieces of equal length, and each is told by its
 * highest and its lowest level, for as long as makes the same sum: neither peaks nor the area under `running` are lost.
 * Of `pending` the highest of each piece stays, of `busy` the mean.
 */
export function thinSeries(
  points: readonly UsagePoint[],
  max: number,
): UsagePoint[] {
  if (points.length <= max) return [...points];
  const first = points[0].at;
  const last = points[points.length - 1];
  const pieces = Math.floor((max - 1) / 2);
  const width = (last.at - first) / pieces;
  const thinned: UsagePoint[] = [];
  let index = 0;
  for (let piece = 0; piece < pieces; piece += 1) {
    const from = Math.round(first + piece * width);
    const to = Math.round(first + (piece + 1) * width);
    while (points[index + 1]?.at <= from) index += 1;
    for (const point of levels(points, index, from, to)) {
      push(thinned, point);
    }
  }
  push(thinned, last);
  return thinned;
}

/** One piece as one or two points. `index` is the point that holds at its beginning. */
function levels(
  points: readonly UsagePoint[],
  index: number,
  from: number,
  to: number,
): UsagePoint[] {
  if (to <= from) return [];
  let sum = 0;
  let high = points[index];
  let low = points[index];
  let latest = points[index];
  let pending = 0;
  let busySum = 0;
  let busyFor = 0;
  for (let each = index; each < points.length; each += 1) {
    const point = points[each];
    const begin = Math.max(point.at, from);
    const end = Math.min(points[each + 1]?.at ?? to, to);
    if (begin >= to) break;
    const length = end - begin;
    sum += point.running * length;
    if (point.running > high.running) high = point;
    if (point.running < low.running) low = point;
    latest = point;
    pending = Math.max(pending, point.pending);
    if (point.busy !== undefined) {
      busySum += point.busy * length;
      busyFor += length;
    }
  }
  const busy = busyFor > 0 ? Math.round(busySum / busyFor) : undefined;
  const level = (at: number, running: number): UsagePoint => ({
    at,
    running,
    pending,
    ...(busy !== undefined && { busy: Math.min(busy, running) }),
  });
  const range = high.running - low.running;
  if (range === 0) return [level(from, high.running)];
  const highFor = (sum - low.running * (to - from)) / range;
  const rises = points[index].running < latest.running;
  // A peak that is over within the millisecond is a peak all the same.
  const split = clamp(
    Math.round(rises ? to - highFor : from + highFor),
    from + 1,
    to - 1,
  );
  if (split <= from || split >= to) return [level(from, high.running)];
  return rises
    ? [level(from, low.running), level(split, high.running)]
    : [level(from, high.running), level(split, low.running)];
}

/** Adds a point, but one that changes nothing, or is of the very moment of the one before. */
function push(points: UsagePoint[], point: UsagePoint): void {
  const last = points.at(-1);
  if (last && point.at <= last.at) return;
  if (
    last?.running !== point.running ||
    last.pending !== point.pending ||
    last.busy !== point.busy
  ) {
    points.push(point);
  }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
