import { Run } from '@millrace/backstage-plugin-data-platform-common';
import { linearScale } from './linearScale';
import { runSeconds } from './runState';

export const TIMELINE_HEIGHT = 76;
/** Room above the bars for the mark of a failed run. */
const HEAD = 12;
/** One run and the gap after it, in CSS pixels. */
const WIDEST_SLOT = 22;
const SHORTEST_BAR = 5;
/** Part of a slot that is gap; behind the last bar there is none. */
const GAP = 0.36;

/** One bar of the timeline, in CSS pixels. */
export interface RunBarLayout {
  run: Run;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where each bar stands; bars oldest first, few of them slim and on the left. */
export function layoutRuns(
  runs: readonly Run[],
  now: number,
  room: number,
): { bars: RunBarLayout[]; width: number; longest: number } {
  const oldestFirst = [...runs].reverse();
  const seconds = oldestFirst.map(run => runSeconds(run, now) ?? 0);
  const longest = Math.max(1, ...seconds);
  const width = Math.min(room, oldestFirst.length * WIDEST_SLOT);
  const slot = width / Math.max(1, oldestFirst.length - GAP);
  const height = linearScale(
    [0, longest],
    [SHORTEST_BAR, TIMELINE_HEIGHT - HEAD],
  );
  const bars = oldestFirst.map((run, index) => {
    const h = height(seconds[index]);
    return {
      run,
      x: index * slot,
      y: TIMELINE_HEIGHT - h,
      width: slot * (1 - GAP),
      height: h,
    };
  });
  return { bars, width, longest };
}
