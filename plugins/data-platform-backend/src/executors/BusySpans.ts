/** From `from` to `to` (epoch ms, by the clock of the cluster) so many executors had a task. */
export interface BusySpan {
  from: number;
  to: number;
  busy: number;
}

/** What a driver told holds for so long: without another word it is not known whether executors work. */
export const BUSY_HOLDS_MS = 60_000;
const MAX_SPANS = 500;

/** What a driver told of its executors, as spans; with one more reading. */
export function addReading(
  spans: readonly BusySpan[],
  at: number,
  busy: number,
): BusySpan[] {
  const last = spans.at(-1);
  if (last && at <= last.from) return [...spans];
  // The reading before holds until this one, or until it is too old.
  const before = last
    ? [...spans.slice(0, -1), { ...last, to: Math.min(at, last.to) }]
    : [];
  return bounded(
    joined([...before, { from: at, to: at + BUSY_HOLDS_MS, busy }]),
  );
}

/** Two tellings of one run: where both know, the first counts. */
export function mergeSpans(
  a: readonly BusySpan[],
  b: readonly BusySpan[],
): BusySpan[] {
  const merged = [...a];
  for (const span of b) {
    merged.push(...without(span, a));
  }
  return bounded(joined(merged.sort((x, y) => x.from - y.from)));
}

/** The parts of a span that lie outside the others, which are in order and apart. */
function without(span: BusySpan, others: readonly BusySpan[]): BusySpan[] {
  const parts: BusySpan[] = [];
  let { from } = span;
  for (const other of others) {
    if (other.to <= from) continue;
    if (other.from >= span.to) break;
    if (other.from > from) parts.push({ ...span, from, to: other.from });
    from = other.to;
  }
  if (from < span.to) parts.push({ ...span, from });
  return parts;
}

/** Neighbours that say the same are one. */
function joined(spans: readonly BusySpan[]): BusySpan[] {
  const result: BusySpan[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && last.to >= span.from && last.busy === span.busy) {
      result[result.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    } else if (span.to > span.from) {
      result.push(span);
    }
  }
  return result;
}

/** Too many: each two neighbours become one with their mean. The sum stays; a gap between them closes. */
function bounded(spans: BusySpan[]): BusySpan[] {
  if (spans.length <= MAX_SPANS) return spans;
  const result: BusySpan[] = [];
  for (let index = 0; index < spans.length; index += 2) {
    const [a, b] = [spans[index], spans[index + 1]];
    if (!b) {
      result.push(a);
      continue;
    }
    const [long, short] = [a.to - a.from, b.to - b.from];
    const busy = (a.busy * long + b.busy * short) / (long + short);
    result.push({ from: a.from, to: b.to, busy });
  }
  return result;
}
