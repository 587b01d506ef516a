import { Page } from './types';

export interface PageOptions {
  signal: AbortSignal;
  /** Of one page; lakeFS gives at most 1,000. */
  amount?: number;
  /** Stops after this many items; protects from lists without an end. */
  max: number;
}

const MOST = 1_000;

/** Pages of a list, one after the other, until it ends, `max` is reached, or the signal. */
export async function* pagesOf<T>(
  options: PageOptions,
  read: (slice: { after?: string; amount: number }) => Promise<Page<T>>,
): AsyncGenerator<T[], void, undefined> {
  const { signal, max } = options;
  let after: string | undefined;
  let count = 0;
  while (!signal.aborted && count < max) {
    const amount = Math.min(options.amount ?? MOST, MOST, max - count);
    const { results, pagination } = await read({ after, amount });
    count += results.length;
    if (results.length > 0) yield results;
    // A server that tells of more and moves on nowhere would be asked forever.
    const stuck = pagination.next_offset === after || results.length === 0;
    if (!pagination.has_more || stuck) return;
    after = pagination.next_offset;
  }
}

/** All items of pages. */
export async function allOf<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
