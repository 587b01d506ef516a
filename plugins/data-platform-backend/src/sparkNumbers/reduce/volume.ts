const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** An amount of data, three digits at most: `512 B`, `1.4 GiB`, `38 TiB`. */
export function volume(bytes: number): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (unit < UNITS.length - 1 && value >= 1024) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 10 : 1;
  return `${Math.round(value * digits) / digits} ${UNITS[unit]}`;
}
