import {
  Finding,
  isGpuKey,
  NotebookOptions,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  formatCores,
  formatMemory,
} from '@millrace/backstage-plugin-data-platform-react';
import { couldRead } from './couldRead';
import { EstimateLine } from './estimate';
import { Size } from './requestOf';

/** What is wrong with a size, as far as it can be told from the numbers, the limits and the nodes. */
export function sizeProblems(
  size: Size,
  options: NotebookOptions | undefined,
): Finding[] {
  return [
    ...quantityProblems(
      'cpu',
      size.cpu,
      'Give a number of cores, for example 0.5 or 2.',
      options,
    ),
    ...quantityProblems(
      'memory',
      size.memory,
      'Give it as 2Gi or 512Mi.',
      options,
    ),
    ...gpuProblems(size.gpu, options),
  ];
}

/** What of a quota would not do, at the fields that it is about. */
export function quotaFindings(
  lines: readonly EstimateLine[],
  generation: 1 | 2,
): Finding[] {
  return lines
    .filter(({ over }) => over)
    .map(line => ({
      level: 'error' as const,
      field: fieldOf(line.resource, generation),
      message: `${line.label}: this would make ${line.after} of ${line.hard}; ${line.left} is left in the quota of the domain.`,
      remedy: 'Take less, stop another server, or ask for more.',
    }));
}

function fieldOf(resource: string, generation: 1 | 2): string | undefined {
  // Of a size that comes with an option it is the option that must change.
  if (generation === 2 && !/storage|claims/.test(resource)) return 'podConfig';
  if (/cpu$/.test(resource)) return 'cpu';
  if (/memory$/.test(resource)) return 'memory';
  if (isGpuKey(resource)) return 'gpu';
  return resource === 'requests.storage' ? 'home' : undefined;
}

function quantityProblems(
  field: 'cpu' | 'memory',
  text: string | undefined,
  help: string,
  options: NotebookOptions | undefined,
): Finding[] {
  if (text === undefined) {
    return [];
  }
  const value = parseQuantity(text);
  if (value === undefined || value <= 0) {
    return [{ level: 'error', field, message: help }];
  }
  if (field === 'memory' && value < 2 ** 20) {
    return [
      {
        level: 'error',
        field,
        message: `${text} is less than a mebibyte. ${help}`,
      },
    ];
  }
  const say = field === 'cpu' ? formatCores : formatMemory;
  return (options?.limits ?? [])
    .filter(({ type, resource }) => type === 'Container' && resource === field)
    .flatMap(({ min, max }): Finding[] => {
      const low = min === undefined ? undefined : parseQuantity(min);
      const high = max === undefined ? undefined : parseQuantity(max);
      const bound = (word: string, limit: string): Finding => ({
        level: 'error',
        field,
        message: `The domain allows at ${word} ${say(
          limit,
        )} for one container.`,
      });
      if (high !== undefined && value > high) return [bound('most', max!)];
      if (low !== undefined && value < low) return [bound('least', min!)];
      return [];
    });
}

function gpuProblems(
  gpu: Size['gpu'],
  options: NotebookOptions | undefined,
): Finding[] {
  if (!gpu || !options) {
    return [];
  }
  const offer = options.gpus.find(({ key }) => key === gpu.key);
  const error = (message: string): Finding[] => [
    { level: 'error', field: 'gpu', message },
  ];
  if (!Number.isInteger(gpu.count) || gpu.count < 1) {
    return error('Give a whole number of GPUs.');
  }
  if (!offer) {
    // A list that could not be read is no proof.
    return couldRead(options, 'gpus')
      ? error(`No node of this cluster offers \`${gpu.key}\`.`)
      : [];
  }
  if (gpu.count > offer.offered) {
    return error(`All nodes together offer ${offer.offered}.`);
  }
  const most = offer.largestFree ?? offer.free;
  if (most !== undefined && gpu.count > most) {
    return [
      {
        level: 'warning',
        field: 'gpu',
        message:
          most === 0
            ? 'None is free now: the server would wait for one.'
            : `No node has more than ${most} free now: the server would wait.`,
      },
    ];
  }
  return [];
}
