import type { Properties } from './properties';

const RAMP_MS = 4_000;
const IDLE_FROM = 0.75;
const IDLE_STEP = 0.08;
/** A long job does not keep everybody busy all the time: after so much work, in each round, executors fall idle one by one. */
const ROUND_MS = 240_000;
const BUSY_MS = 150_000;
const LEAVE_MS = 12_000;
const KEPT_SHARE = 1 / 3;

/** When the number of executors is asked for: how long the job has worked and how much of it is done. */
export interface AllocationMoment {
  workedMs: number;
  /** 0 to 1. */
  progress: number;
}

function count(properties: Properties, key: string, fallback: number): number {
  const value = Number(properties[key]);
  return Number.isInteger(value) && value >= 0 ? value : fallback;
}

/** The number of executors that the application wants in all; the largest one under dynamic allocation. */
export function executorsWanted(properties: Properties): number {
  const instances = count(properties, 'spark.executor.instances', 1);
  if (properties['spark.dynamicAllocation.enabled'] !== 'true') {
    return instances;
  }
  return count(properties, 'spark.dynamicAllocation.maxExecutors', 4);
}

/**
 * How many executors Spark wants now. Fixed without dynamic allocation. With it: the initial number, doubled every few
 * seconds up to the maximum while tasks are waiting, then fewer: for a while every few minutes of a long job, and down to the
 * minimum when the last quarter leaves some idle.
 */
export function allocationTarget(
  properties: Properties,
  moment: AllocationMoment,
): number {
  const most = executorsWanted(properties);
  if (properties['spark.dynamicAllocation.enabled'] !== 'true') return most;
  const prefix = 'spark.dynamicAllocation';
  const least = count(properties, `${prefix}.minExecutors`, 0);
  const initial = Math.max(
    count(properties, `${prefix}.initialExecutors`, least),
    least,
    count(properties, 'spark.executor.instances', 0),
  );
  if (moment.progress >= IDLE_FROM) {
    const idle = Math.floor((moment.progress - IDLE_FROM) / IDLE_STEP) + 1;
    return Math.max(least, 1, most - idle);
  }
  const inRoundMs = moment.workedMs % ROUND_MS;
  if (inRoundMs >= BUSY_MS) {
    const idle = Math.floor((inRoundMs - BUSY_MS) / LEAVE_MS) + 1;
    return Math.max(least, 1, Math.ceil(most * KEPT_SHARE), most - idle);
  }
  const steps = Math.floor(inRoundMs / RAMP_MS);
  const kept =
    moment.workedMs >= ROUND_MS ? Math.ceil(most * KEPT_SHARE) : initial;
  const backlog = Math.max(initial, kept) + 2 ** Math.min(steps, 10) - 1;
  return Math.max(Math.min(most, backlog), Math.min(most, 1));
}
