type Span = readonly [from: number, to: number];

/** Maps numbers of one span to another, in proportion, also beyond its ends. A span without length maps to the middle. */
export function linearScale(
  [from, to]: Span,
  [low, high]: Span,
): (value: number) => number {
  const length = to - from;
  return value =>
    low + (length === 0 ? 0.5 : (value - from) / length) * (high - low);
}
