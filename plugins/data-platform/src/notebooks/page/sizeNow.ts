import {
  NotebookServer,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { Size } from '../form/requestOf';

const MEBI = 2 ** 20;
const GIBI = 2 ** 30;

/** The size of a server as a person would type it: `500m` as 0.5, 4294967296 as 4Gi. */
export function sizeNow({
  cpu,
  memory,
  gpu,
}: Pick<NotebookServer, 'cpu' | 'memory' | 'gpu'>): Size {
  return { cpu: cpu && cores(cpu), memory: memory && bytes(memory), gpu };
}

function cores(text: string): string {
  const value = parseQuantity(text);
  return value === undefined ? text : String(Number(value.toFixed(3)));
}

function bytes(text: string): string {
  const value = parseQuantity(text);
  if (!value) return text;
  if (value % GIBI === 0) return `${value / GIBI}Gi`;
  return value % MEBI === 0 ? `${value / MEBI}Mi` : text;
}
