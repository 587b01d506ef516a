import {
  NotebookServer,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { Size } from '../form/requestOf';

/** Input of `notebook:resize`: what differs from now; undefined while nothing does. */
export function resizeInput(
  server: NotebookServer,
  size: Size,
  podConfig: string | undefined,
): Record<string, unknown> | undefined {
  if (server.generation === 2) {
    return podConfig && podConfig !== server.options?.podConfig
      ? { podConfig }
      : undefined;
  }
  const input: Record<string, unknown> = {};
  if (differs(size.cpu, server.cpu)) input.cpu = size.cpu;
  if (differs(size.memory, server.memory)) input.memory = size.memory;
  if (!sameGpu(size.gpu, server.gpu)) {
    // None is said as well, else the GPU would stay.
    input.gpu = size.gpu ?? { key: server.gpu!.key, count: 0 };
  }
  return Object.keys(input).length > 0 ? input : undefined;
}

/** `500m` is `0.5`. What is no quantity differs, so that it is told of. */
function differs(asked: string | undefined, now: string | undefined): boolean {
  if (!asked) return false;
  const quantity = parseQuantity(asked);
  return quantity === undefined
    ? asked !== now
    : quantity !== parseQuantity(now ?? '');
}

function sameGpu(a: Size['gpu'], b: Size['gpu']): boolean {
  return a?.key === b?.key && a?.count === b?.count;
}
