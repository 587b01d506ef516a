// Control characters, and the marks that turn the direction of text: a foreign name must not rewrite our sentence.
const UNSAFE = /[\p{Cc}\p{Cf}\u2028\u2029\ud800-\udfff]+/gu;

/**
 * Foreign text as part of a sentence of ours: one line, no control or direction marks, no braces or quotes that would read
 * as raw data, no full stop that ends our sentence early, cut at `max` characters.
 */
export function plain(text: string, max = 160): string {
  const cut = text.slice(0, max * 4);
  const line = cut
    .replace(UNSAFE, ' ')
    .replace(/["{}[\]]+/g, match => (match === '"' ? "'" : ' '))
    .replace(/\s+/g, ' ')
    .replace(/([.!?])\s+/g, '; ')
    .replace(/[.!?;:,\s]+$/, '')
    .trim();
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
}

/** A name of a thing, marked as such: `` `etl:1.4.2` ``. */
export function code(text: string, max = 120): string {
  const name = text
    .slice(0, max * 2)
    .replace(UNSAFE, '')
    .replace(/["{}[\]`\s]+/g, '');
  return `\`${name.length > max ? `${name.slice(0, max - 1)}…` : name}\``;
}

/** `1 executor`, `3 executors`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const UNITS: readonly (readonly [number, string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** A span of time in at most two units: `12 s`, `12 min`, `1 h 5 min`, `2 d 3 h`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  for (const [index, [size, name]] of UNITS.entries()) {
    if (seconds >= size) {
      const whole = Math.floor(seconds / size);
      const [restSize, restName] = UNITS[index + 1] ?? [1, 's'];
      const rest = Math.floor((seconds % size) / restSize);
      // Seconds beside ten minutes are noise.
      const noise = rest === 0 || (restName === 's' && whole >= 10);
      return noise
        ? `${whole} ${name}`
        : `${whole} ${name} ${rest} ${restName}`;
    }
  }
  return `${seconds} s`;
}
