import { area, curveStepAfter, line } from 'd3-shape';
import { ExecutorUsage } from '@millrace/backstage-plugin-data-platform-common';
import { timeOf } from '../format/formatTime';
import { linearScale } from './linearScale';

export const PLOT_HEIGHT = 96;
const HEAD = 6;

/** One level of the plot; times are epoch ms. */
export interface ExecutorLevel {
  at: number;
  until: number;
  running: number;
  pending: number;
  busy?: number;
}

/** Lines and areas of the plot, as SVG paths in CSS pixels. */
export interface ExecutorLayout {
  levels: readonly ExecutorLevel[];
  /** Where each level begins and ends. */
  x(at: number): number;
  y(count: number): number;
  running: string;
  runningArea: string;
  /** Running and waiting together. */
  waitingArea: string;
  busy: string;
  /** Bounds of dynamic allocation, as far as they are in the picture. */
  band?: { top: number; bottom: number };
  top: number;
  seconds: number;
}

/**
 * Lays the plot out.
 * @param end - epoch ms: the end of the run, or now
 */
export function layoutExecutors(
  usage: ExecutorUsage,
  end: number,
  width: number,
): ExecutorLayout {
  const levels = levelsOf(usage, end);
  const first = levels[0]?.at ?? end;
  const last = Math.max(end, first + 1);
  const most = Math.max(
    1,
    ...levels.map(({ running, pending }) => running + pending),
  );
  const { dynamic, min = 0, max } = usage.wanted ?? {};
  // A far bound would press the line down to nothing: the sentence tells it.
  const top =
    dynamic && max !== undefined && max <= most * 2
      ? Math.max(max, most)
      : most;
  const x = linearScale([first, last], [0, width]);
  const y = linearScale([0, top], [PLOT_HEIGHT, HEAD]);
  // A step needs to know where its last level ends.
  const steps =
    levels.length > 0 ? [...levels, { ...levels.at(-1)!, at: last }] : [];
  const edge = (value: (level: ExecutorLevel) => number) =>
    area<ExecutorLevel>()
      .curve(curveStepAfter)
      .x(({ at }) => x(at))
      .y0(PLOT_HEIGHT)
      .y1(level => y(value(level)))(steps) ?? '';
  const course = (value: (level: ExecutorLevel) => number | undefined) =>
    line<ExecutorLevel>()
      .curve(curveStepAfter)
      .defined(level => value(level) !== undefined)
      .x(({ at }) => x(at))
      .y(level => y(value(level) ?? 0))(steps) ?? '';
  return {
    levels,
    x,
    y,
    top,
    running: course(({ running }) => running),
    runningArea: edge(({ running }) => running),
    waitingArea: edge(({ running, pending }) => running + pending),
    busy: course(({ busy }) => busy),
    ...(dynamic && {
      band: {
        top: y(Math.min(max ?? top, top)),
        bottom: y(Math.min(min, top)),
      },
    }),
    seconds: (last - first) / 1000,
  };
}

/** The level that holds at a place of the plot. */
export function levelAt(layout: ExecutorLayout, place: number): number {
  const { levels, x } = layout;
  const next = levels.findIndex(({ at }) => x(at) > place);
  return next < 0 ? levels.length - 1 : Math.max(0, next - 1);
}

/** Points of the API as levels, each with its end. */
export function levelsOf(
  { points }: ExecutorUsage,
  end: number,
): ExecutorLevel[] {
  const known = points.flatMap(point => {
    const at = timeOf(point.at);
    return at === undefined ? [] : { ...point, at };
  });
  return known.map(({ at, running, pending = 0, busy }, index) => ({
    at,
    until: known[index + 1]?.at ?? Math.max(end, at),
    running,
    pending,
    ...(busy !== undefined && { busy }),
  }));
}
