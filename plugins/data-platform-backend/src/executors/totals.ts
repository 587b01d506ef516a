import { ExecutorLife, lifeTimes } from './ExecutorLife';

const HOUR_MS = 3_600_000;

/** What executors used up, in hours. */
export interface Totals {
  executorHours: number;
  coreHours: number;
  memoryGiBHours: number;
  gpuHours: number;
}

export const NOTHING: Totals = {
  executorHours: 0,
  coreHours: 0,
  memoryGiBHours: 0,
  gpuHours: 0,
};

/** Sums up the time in which executors ran, by their pods' own times; what is open counts until then. */
export function totalsOf(
  lives: Iterable<ExecutorLife>,
  until: number,
  from: Totals = NOTHING,
): Totals {
  const totals = { ...from };
  for (const life of lives) {
    const { started, ended } = lifeTimes(life, until);
    if (started !== undefined) {
      const hours = (ended - started) / HOUR_MS;
      totals.executorHours += hours;
      totals.coreHours += hours * life.cores;
      totals.memoryGiBHours += hours * life.gib;
      totals.gpuHours += hours * life.gpus;
    }
  }
  return totals;
}
