import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import { SparkStage } from '../rest/SparkStage';

/** What to look at, in words. */
export type SparkHint = NonNullable<SparkNumbers['hints']>[number];

/** A hint, and how much of the run it concerns: 0 to 1, for the order. */
export interface WeighedHint {
  hint: SparkHint;
  weight: number;
}

/** `Stage 14 (join at Orders.scala:42)`. */
export function stageTitle({ id, name }: SparkStage): string {
  const short = name.length > 60 ? `${name.slice(0, 59).trimEnd()}…` : name;
  return short ? `Stage ${id} (${short})` : `Stage ${id}`;
}

/** `12 %`; below one, `0.4 %`. */
export function percent(ratio: number): string {
  const value = ratio * 100;
  return `${value < 1 ? Math.round(value * 10) / 10 : Math.round(value)} %`;
}

/** `1 task`, `2,000 tasks`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
