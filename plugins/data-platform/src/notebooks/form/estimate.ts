import {
  isGpuKey,
  NotebookOptions,
  parseQuantity,
  QuotaLine,
} from '@millrace/backstage-plugin-data-platform-common';
import { formatBytes } from '@millrace/backstage-plugin-data-platform-react';
import { Amounts, Size } from './requestOf';

/** One line of a quota as it would be with the server. */
export interface EstimateLine {
  resource: string;
  label: string;
  after: string;
  hard: string;
  left: string;
  /** After over hard. */
  ratio: number;
  over: boolean;
}

/** The lines of the quota that a request counts for, the fullest first. */
export function estimate(
  quota: readonly QuotaLine[],
  request: Amounts,
): EstimateLine[] {
  return quota
    .flatMap(line => {
      const wanted = request[line.resource] ?? 0;
      const used = parseQuantity(line.used);
      const hard = parseQuantity(line.hard);
      if (wanted <= 0 || used === undefined || hard === undefined) {
        return [];
      }
      const after = used + wanted;
      const say = wordsOf(line.resource);
      return [
        {
          resource: line.resource,
          label: line.label ?? line.resource,
          after: say(after),
          hard: say(hard),
          left: say(Math.max(0, hard - used)),
          ratio: hard > 0 ? after / hard : 1,
          // Sums of decimal parts are off by a hair.
          over: after > hard * (1 + 1e-9),
        },
      ];
    })
    .sort((a, b) => b.ratio - a.ratio);
}

/** `After this: 5 of 8 cores, 1 of 2 GPUs.` for what people think in. */
export function estimateSentence(
  lines: readonly EstimateLine[],
): string | undefined {
  const said = [
    ['requests.cpu', 'cores'],
    ['requests.memory', 'memory'],
  ].flatMap(([resource, noun]) => partOf(lines, resource, noun));
  const gpus = lines
    .filter(({ resource }) => isGpuKey(resource))
    .flatMap(({ resource }) => partOf(lines, resource, 'GPUs'));
  const parts = [...said, ...gpus];
  return parts.length > 0 ? `After this: ${parts.join(', ')}.` : undefined;
}

/** What a server of a size costs an hour, where there are prices. */
export function costPerHour(
  size: Size,
  prices: NotebookOptions['prices'],
): number | undefined {
  if (!prices) {
    return undefined;
  }
  const cores = parseQuantity(size.cpu ?? '0') ?? 0;
  const bytes = parseQuantity(size.memory ?? '0') ?? 0;
  return (
    cores * prices.coreHour +
    (bytes / 2 ** 30) * prices.gibHour +
    (size.gpu?.count ?? 0) * prices.gpuHour
  );
}

function partOf(
  lines: readonly EstimateLine[],
  resource: string,
  noun: string,
): string[] {
  const line = lines.find(known => known.resource === resource);
  return line ? [`${line.after} of ${line.hard} ${noun}`] : [];
}

function wordsOf(resource: string): (amount: number) => string {
  return /memory|storage/.test(resource)
    ? formatBytes
    : amount => String(Number(amount.toFixed(2)));
}
