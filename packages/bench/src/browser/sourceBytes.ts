const DIGITS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CONTINUED = 32;

/** What of a source map (version 3) tells where a script came from. */
export interface SourceMap {
  sources: readonly string[];
  mappings: string;
}

/**
 * How much of a script came from each source, in characters: what stands between one mapping and the next. What the
 * bundler wrote itself belongs to none.
 */
export function sourceBytes(
  script: string,
  { sources, mappings }: SourceMap,
): ReadonlyMap<string, number> {
  const lines = script.split('\n');
  const bytes = new Map<string, number>();
  let source = 0;
  mappings.split(';').forEach((segments, line) => {
    let column = 0;
    let from: string | undefined;
    const advance = (to: number) => {
      if (from !== undefined) {
        bytes.set(from, (bytes.get(from) ?? 0) + to - column);
      }
      column = to;
    };
    for (const segment of segments.split(',').filter(Boolean)) {
      const [columns, sourceSteps] = numbersOf(segment);
      advance(column + columns);
      from = undefined;
      if (sourceSteps !== undefined) {
        source += sourceSteps;
        from = sources[source];
      }
    }
    advance(lines[line]?.length ?? column);
  });
  return bytes;
}

/** Numbers in base 64, five bits a digit, the lowest first; the lowest bit of all is the sign. */
function numbersOf(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value += (digit % CONTINUED) * scale;
    scale *= CONTINUED;
    if (digit < CONTINUED) {
      const size = Math.floor(value / 2);
      numbers.push(value % 2 === 1 ? -size : size);
      value = 0;
      scale = 1;
    }
  }
  return numbers;
}
