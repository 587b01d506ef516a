const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** An amount of data with at most three digits: `512 B`, `1.4 GiB`, `38 TiB`. A dash for what is no amount. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes) || bytes < 0) {
    return '–';
  }
  let value = bytes;
  let unit = 0;
  while (unit < UNITS.length - 1 && value >= 1024) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 10 : 1;
  return `${Math.round(value * digits) / digits} ${UNITS[unit]}`;
}
