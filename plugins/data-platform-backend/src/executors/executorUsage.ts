import { ExecutorUsage } from '@millrace/backstage-plugin-data-platform-common';
import { BusySpan } from './BusySpans';
import { Figures, figuresOf, pointsOf } from './figures';
import { costOf, Prices } from './Prices';
import { StepPoint } from './stepSeries';
import { thinSeries, UsagePoint } from './thinSeries';
import { UsageRecord } from './UsageRecord';

/** Most points that are sent to a browser. */
export const MAX_POINTS = 500;

/**
 * Executors over time, as the API tells it.
 * @param until - epoch ms by the clock of the cluster: now where the run goes on, else the last look
 */
export function executorUsage(
  usage: UsageRecord,
  until: number = usage.until,
  prices?: Prices,
): ExecutorUsage {
  const points = pointsOf(usage, until);
  const figures = figuresOf(usage, until, points);
  const { peak, idleExecutorHours } = figures;
  const shown = thinSeries(withBusy(points, usage.busy, until), MAX_POINTS);
  return {
    points: shown.map(({ at, ...counts }) => ({
      at: new Date(at).toISOString(),
      ...counts,
    })),
    peak,
    ...(usage.wanted && { wanted: usage.wanted }),
    executorHours: rounded(figures.executorHours),
    coreHours: rounded(figures.coreHours),
    memoryGiBHours: rounded(figures.memoryGiBHours),
    ...(figures.gpuHours > 0 && { gpuHours: rounded(figures.gpuHours) }),
    ...(idleExecutorHours !== undefined && {
      idleExecutorHours: rounded(idleExecutorHours),
    }),
    ...(prices && costs(figures, prices)),
    complete: usage.complete,
  };
}

/** The points, and one more wherever what the driver told changes. */
function withBusy(
  points: readonly StepPoint[],
  spans: readonly BusySpan[],
  until: number,
): UsagePoint[] {
  if (spans.length === 0 || points.length === 0) return [...points];
  const edges = spans.flatMap(({ from, to }) => [from, Math.min(to, until)]);
  const first = points[0].at;
  const last = Math.max(points[points.length - 1].at, until);
  const times = [...new Set([...points.map(({ at }) => at), ...edges])]
    .filter(at => at >= first && at <= last)
    .sort((a, b) => a - b);
  let point = 0;
  let span = 0;
  const told = times.map(at => {
    while (points[point + 1]?.at <= at) point += 1;
    while (spans[span + 1]?.from <= at) span += 1;
    const { running, pending } = points[point];
    const { from, to, busy } = spans[span];
    // Where none runs there is nothing to tell.
    return running > 0 && at >= from && at < to
      ? { at, running, pending, busy: Math.min(Math.round(busy), running) }
      : { at, running, pending };
  });
  return told.filter((each, index) => !sameCounts(each, told[index - 1]));
}

function sameCounts(a: UsagePoint, b: UsagePoint | undefined): boolean {
  return (
    a.running === b?.running && a.pending === b.pending && a.busy === b.busy
  );
}

/** Executors of a run are of one size, so that idle hours cost their share. */
function costs(
  figures: Figures,
  prices: Prices,
): Pick<ExecutorUsage, 'cost' | 'idleCost'> {
  const { currency } = prices;
  const amount = costOf(figures, prices);
  const { executorHours, idleExecutorHours: idle } = figures;
  return {
    cost: { amount: rounded(amount), currency },
    ...(idle !== undefined &&
      executorHours > 0 && {
        idleCost: {
          amount: rounded((amount * idle) / executorHours),
          currency,
        },
      }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
