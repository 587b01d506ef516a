import {
  Fact,
  NotebookServer,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  formatAbsolute,
  formatCores,
  formatGpus,
  formatHours,
  formatMemory,
  formatMoney,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-react';
import { idleness } from './idleness';
import { imageName } from './imageName';

/** What a server is, how long it was not used, and what it holds and has cost. */
export function notebookFacts(
  server: NotebookServer,
  now: number,
  options: { currency?: string; idleAfterSeconds?: number } = {},
): Fact[] {
  const idle = idleness(server, now);
  const { currency = '', idleAfterSeconds = 3_600 } = options;
  const { gpu, hours, cost, costPerHour, state } = server;
  const holds = state === 'running' || state === 'starting';
  return [
    ...fact('image', 'Image', imageName(server)),
    ...fact(
      'generation',
      'Generation',
      server.generation === 2 ? 'Workspace (beta)' : 'Notebook',
    ),
    ...fact('owner', 'Owner', ownerOf(server)),
    ...fact(
      'idle',
      'Idle for',
      state === 'running' ? idle.text : undefined,
      idle.seconds !== undefined && idle.seconds >= idleAfterSeconds && !!gpu,
    ),
    ...fact('startedAt', 'Started', timeOf(server.startedAt)),
    ...fact('stoppedAt', 'Stopped', timeOf(server.stoppedAt)),
    ...fact('gpu', holds ? 'GPUs held' : 'GPUs', gpu && formatGpus(gpu)),
    ...fact('cpu', 'CPU', server.cpu && formatCores(server.cpu)),
    ...fact('memory', 'Memory', server.memory && formatMemory(server.memory)),
    ...fact('hours', 'Used since the start', hours && hoursText(hours)),
    ...fact(
      'cost',
      'Cost since the start',
      cost === undefined ? undefined : formatMoney(cost, currency),
    ),
    ...fact(
      'costPerHour',
      'Cost per hour',
      costPerHour === undefined
        ? undefined
        : formatMoney(costPerHour, currency),
    ),
  ];
}

/** `5.0 core-hours, 20 GiB-hours, 20 GPU-hours`; no GPU-hours where there is no GPU. */
export function hoursText(hours: NonNullable<NotebookServer['hours']>): string {
  return hoursParts(hours).join(', ');
}

/** The same, one by one. */
export function hoursParts(
  hours: NonNullable<NotebookServer['hours']>,
): string[] {
  return [
    `${formatHours(hours.cpu)} core-hours`,
    `${formatHours(hours.memoryGib)} GiB-hours`,
    ...(hours.gpu > 0 ? [`${formatHours(hours.gpu)} GPU-hours`] : []),
  ];
}

function ownerOf({ owner, ownerVerified }: NotebookServer) {
  if (!owner) {
    return undefined;
  }
  return ownerVerified === false
    ? `not known; ${refTitle(owner)} answers for it`
    : refTitle(owner);
}

function timeOf(at: string | undefined): string | undefined {
  return at && formatAbsolute(at);
}

function fact(
  key: string,
  label: string,
  value: string | undefined,
  warning?: boolean,
): Fact[] {
  return value ? [{ key, label, value, ...(warning && { warning }) }] : [];
}
