import { ExecutorLife, lifeTimes } from './ExecutorLife';

/** How many executors there are from `at` (epoch ms) until the next point. */
export interface StepPoint {
  at: number;
  running: number;
  pending: number;
}

/** Executors over time as changes, oldest first. What is still open is counted on. */
export function stepSeries(
  lives: Iterable<ExecutorLife>,
  until: number,
): StepPoint[] {
  const deltas: StepPoint[] = [];
  const change = (at: number, running: number, pending: number) =>
    deltas.push({ at, running, pending });
  for (const life of lives) {
    const { created, started, ended } = lifeTimes(life, until);
    const open = life.endedAt === undefined;
    change(created, 0, 1);
    if (started === undefined) {
      if (!open) change(ended, 0, -1);
    } else {
      change(started, 1, -1);
      if (!open) change(ended, -1, 0);
    }
  }
  return accumulate(deltas);
}

/** Two step functions, added. */
export function addSeries(
  a: readonly StepPoint[],
  b: readonly StepPoint[],
): StepPoint[] {
  if (a.length === 0 || b.length === 0) return [...a, ...b];
  return accumulate([...differences(a), ...differences(b)]);
}

function differences(points: readonly StepPoint[]): StepPoint[] {
  return points.map(({ at, running, pending }, index) => ({
    at,
    running: running - (points[index - 1]?.running ?? 0),
    pending: pending - (points[index - 1]?.pending ?? 0),
  }));
}

/** Sums changes up; those of one moment are one point, and what changes nothing is none. */
function accumulate(deltas: StepPoint[]): StepPoint[] {
  deltas.sort((a, b) => a.at - b.at);
  const points: StepPoint[] = [];
  let running = 0;
  let pending = 0;
  for (let index = 0; index < deltas.length; index += 1) {
    running += deltas[index].running;
    pending += deltas[index].pending;
    const { at } = deltas[index];
    if (deltas[index + 1]?.at === at) continue;
    const last = points.at(-1);
    const before = last ?? { running: 0, pending: 0 };
    if (before.running !== running || before.pending !== pending) {
      points.push({ at, running, pending });
    }
  }
  return points;
}
