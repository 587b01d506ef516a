/** One page of a list. */
export interface Page<T> {
  items: T[];
  hasMore: boolean;
}

export const DEFAULT_AMOUNT = 100;

/** The first items of an iteration. */
export function takePage<T>(items: Iterable<T>, amount: number): Page<T> {
  const page: T[] = [];
  for (const item of items) {
    if (page.length === amount) return { items: page, hasMore: true };
    page.push(item);
  }
  return { items: page, hasMore: false };
}
