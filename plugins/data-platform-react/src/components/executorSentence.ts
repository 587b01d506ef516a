import {
  ExecutorUsage,
  Fact,
} from '@millrace/backstage-plugin-data-platform-common';
import { formatMoney } from '../format/formatMoney';
import { formatDuration } from '../format/formatDuration';
import { ExecutorLevel, levelsOf } from './executorLayout';

/** The plot in one sentence: "Between 2 and 10 executors, 3.4 executor-hours, of which 1.1 idle". */
export function executorSentence(usage: ExecutorUsage, end: number): string {
  const { idleExecutorHours: idle, wanted } = usage;
  const least = usage.complete ? '' : 'at least ';
  const hours = `${least}${formatHours(usage.executorHours)} executor-hours`;
  const bounds =
    wanted?.dynamic &&
    `dynamic allocation within ${wanted.min ?? 0} and ${
      wanted.max ?? 'any number'
    }`;
  const sentence = [
    countOf(usage, end),
    bounds,
    idle === undefined ? hours : `${hours}, of which ${formatHours(idle)} idle`,
  ]
    .filter(Boolean)
    .join(', ');
  return usage.complete
    ? sentence
    : `${sentence} (the portal did not see all of the run)`;
}

/** Coming up and going away at both ends of a run are no part of "between". */
function countOf(usage: ExecutorUsage, end: number): string {
  const levels = levelsOf(usage, end);
  const ran = levels.findIndex(({ running }) => running > 0);
  if (ran < 0) return 'No executor has run';
  const peakAt = levels.findIndex(({ running }) => running === usage.peak);
  const last = levels.findLastIndex(({ running }) => running === usage.peak);
  const low = Math.min(
    ...levels
      .slice(Math.max(peakAt, ran), last + 1)
      .map(({ running }) => running),
    ...(usage.wanted?.dynamic
      ? levels
          .filter(({ running }) => running > 0)
          .map(({ running }) => running)
      : []),
  );
  const many = usage.peak === 1 ? 'executor' : 'executors';
  return low >= usage.peak
    ? `${usage.peak} ${many}`
    : `Between ${low} and ${usage.peak} ${many}`;
}

/** One level in words: "after 12 min: 3 run, 2 wait, 1 busy". */
export function levelSentence(level: ExecutorLevel, start: number): string {
  const { running, pending, busy } = level;
  const counts = [
    `${running} ${running === 1 ? 'runs' : 'run'}`,
    pending > 0 && `${pending} ${pending === 1 ? 'waits' : 'wait'}`,
    busy !== undefined && `${busy} busy`,
  ];
  return `After ${formatDuration((level.at - start) / 1000)}: ${counts
    .filter(Boolean)
    .join(', ')}`;
}

/** What executors used up, for the list of figures under the plot. */
export function usageFacts(usage: ExecutorUsage): Fact[] {
  const { cost, idleCost, idleExecutorHours: idle } = usage;
  const fact = (key: string, label: string, value: string | undefined) =>
    value === undefined ? [] : [{ key, label, value }];
  const most = usage.complete ? '' : 'at least ';
  const hours = (value: number | undefined) =>
    value === undefined ? undefined : `${most}${formatHours(value)}`;
  return [
    ...fact('executorHours', 'Executor-hours', hours(usage.executorHours)),
    ...fact('idleExecutorHours', 'Idle executor-hours', hours(idle)),
    ...fact('coreHours', 'Core-hours', hours(usage.coreHours)),
    ...fact('memoryGiBHours', 'GiB-hours', hours(usage.memoryGiBHours)),
    ...fact('gpuHours', 'GPU-hours', hours(usage.gpuHours)),
    ...fact(
      'cost',
      'Cost of executors',
      cost && `${most}${formatMoney(cost.amount, cost.currency)}`,
    ),
    ...fact(
      'idleCost',
      'Cost of idle executors',
      idleCost && `${most}${formatMoney(idleCost.amount, idleCost.currency)}`,
    ),
  ];
}

/** `123`, `3.4`, `0.05`, `0.009` */
export function formatHours(value: number): string {
  if (value < 0.01) return String(Number(value.toPrecision(1)));
  if (value < 1) return value.toFixed(2);
  return value.toFixed(value >= 100 ? 0 : 1);
}
