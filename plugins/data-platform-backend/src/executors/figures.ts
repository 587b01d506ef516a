import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import { idleHours } from './idleHours';
import { addSeries, StepPoint, stepSeries } from './stepSeries';
import { NOTHING, Totals, totalsOf } from './totals';
import { UsageRecord } from './UsageRecord';

/** What the executors of an attempt used up, and how many there were at once. */
export interface Figures extends Totals {
  peak: number;
  /** Only where the driver told of its tasks. */
  idleExecutorHours?: number;
}

/**
 * The figures of an attempt.
 * @param until - epoch ms: executors that are still there count until then
 */
export function figuresOf(
  usage: UsageRecord,
  until: number = usage.until,
  points: readonly StepPoint[] = pointsOf(usage, until),
): Figures {
  const { lives, folded, busy } = usage;
  const totals = totalsOf(lives, until, folded?.totals ?? NOTHING);
  const idle = idleHours(points, busy, until);
  return {
    ...totals,
    peak: points.reduce((peak, { running }) => Math.max(peak, running), 0),
    ...(idle !== undefined && {
      idleExecutorHours: Math.min(idle, totals.executorHours),
    }),
  };
}

/** Executors over time, in full. */
export function pointsOf(
  { lives, folded }: UsageRecord,
  until: number,
): StepPoint[] {
  return addSeries(folded?.points ?? [], stepSeries(lives, until));
}

export const FACT_EXECUTOR_HOURS = 'executorHours';

/** The figures as one of the facts of a run. */
export function figuresFact(figures: Figures): Fact {
  const { executorHours, idleExecutorHours } = figures;
  const idle =
    idleExecutorHours !== undefined && idleExecutorHours > 0
      ? `, ${hours(idleExecutorHours)} idle`
      : '';
  return {
    key: FACT_EXECUTOR_HOURS,
    label: 'Executor-hours',
    value: `${hours(executorHours)}${idle}`,
  };
}

/** `123`, `3.4`, `0.05`, `0.009` */
export function hours(value: number): string {
  if (value < 0.01) return String(Number(value.toPrecision(1)));
  if (value < 1) return value.toFixed(2);
  return value.toFixed(value >= 100 ? 0 : 1);
}
