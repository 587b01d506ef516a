import { between, type Random } from '../random';

/** What one task read, wrote and took. Times in ms, sizes in bytes. */
export interface TaskMetrics {
  durationMs: number;
  gcMs: number;
  inputBytes: number;
  inputRecords: number;
  outputBytes: number;
  outputRecords: number;
  shuffleReadBytes: number;
  shuffleReadRecords: number;
  shuffleWriteBytes: number;
  shuffleWriteRecords: number;
  fetchWaitMs: number;
  memoryBytesSpilled: number;
  diskBytesSpilled: number;
}

const MEBI = 1_048_576;
const RECORD_BYTES = 380;
/** Spilled data is smaller on disk than it was in memory. */
const DISK_SHARE = 0.28;

/** How a stage works: the first of a pair reads and shuffles, the second reads the shuffle and writes. */
export interface TaskShape {
  shuffleMap: boolean;
  /** How many times longer and larger than others this task is. */
  skew: number;
  /** Bytes of memory that each task spills. */
  spillBytes: number;
}

/** The metrics of a task; the same numbers for the same source of numbers. */
export function taskMetrics(random: Random, shape: TaskShape): TaskMetrics {
  const { shuffleMap, skew } = shape;
  const durationMs = Math.round(between(random, 620, 1_380) * skew);
  const bytes = Math.round(between(random, 96, 140) * MEBI * skew);
  const shuffled = Math.round(bytes * 0.31);
  const records = (size: number) => Math.round(size / RECORD_BYTES);
  const spilled = Math.round(shape.spillBytes * Math.min(skew, 8));
  return {
    durationMs,
    gcMs: Math.round(durationMs * (spilled > 0 ? 0.14 : 0.03)),
    inputBytes: shuffleMap ? bytes : 0,
    inputRecords: shuffleMap ? records(bytes) : 0,
    outputBytes: shuffleMap ? 0 : Math.round(shuffled * 0.8),
    outputRecords: shuffleMap ? 0 : records(shuffled),
    shuffleReadBytes: shuffleMap ? 0 : shuffled,
    shuffleReadRecords: shuffleMap ? 0 : records(shuffled),
    shuffleWriteBytes: shuffleMap ? shuffled : 0,
    shuffleWriteRecords: shuffleMap ? records(shuffled) : 0,
    fetchWaitMs: shuffleMap ? 0 : Math.round(durationMs * 0.02),
    memoryBytesSpilled: spilled,
    diskBytesSpilled: Math.round(spilled * DISK_SHARE),
  };
}

export type MetricName = keyof TaskMetrics;

/** The sum of one metric over tasks. */
export function total(tasks: readonly TaskMetrics[], name: MetricName): number {
  return tasks.reduce((sum, task) => sum + task[name], 0);
}
