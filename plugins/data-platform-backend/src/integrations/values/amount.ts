import { parseQuantity } from '@millrace/backstage-plugin-data-platform-common';

/** No quantity is longer; a longer text is not looked at. */
const LENGTH_MAX = 40;

/** A Kubernetes quantity (`500m`, `16`, `2Gi`) of any origin as a number: cores, bytes or pieces. Undefined when it is none. */
export function amount(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : undefined;
  }
  if (typeof value !== 'string' || value.length > LENGTH_MAX) {
    return undefined;
  }
  const found = parseQuantity(value);
  return found !== undefined && Number.isFinite(found) ? found : undefined;
}

/** Cores as a person writes them: `0.5`, `4`. */
export function formatCores(cores: number): string {
  return String(Math.round(cores * 1000) / 1000);
}

/** Bytes in the largest binary unit that tells them well: `1408 MiB`, `2 GiB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let unit = 0;
  let value = bytes;
  while (unit < units.length - 1 && Math.abs(value) >= 1024) {
    const next = value / 1024;
    if (unit >= 2 && !Number.isInteger(next * 4)) {
      break;
    }
    // Whole mebibytes, as Spark counts: shares (an overhead of 40 %) leave a few bytes over.
    value = unit === 1 ? Math.round(next) : next;
    unit += 1;
  }
  // Quarters of the units above.
  const rounded = unit > 2 ? Math.round(value * 100) / 100 : Math.round(value);
  return `${rounded} ${units[unit]}`;
}
