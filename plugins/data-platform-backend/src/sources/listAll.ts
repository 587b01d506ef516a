import { setImmediate } from 'node:timers/promises';
import { Clock } from '../clusters/Clock';
import { ClusterError } from '../clusters/ClusterError';
import { ClusterConnection, ClusterRequest } from '../clusters/types';
import { list, record, text } from './fields';
import { readRefusal, Refusal } from './Refusal';
import { Turnstile } from './Turnstile';

/** A server that has not begun to answer by then gives its place among the running lists to another. */
const SLOW_MS = 1_000;
const FIRST_LIMIT = 500;
/** Lists that expired under our hands are read in larger pages, so that they end in time. */
const LARGEST_LIMIT = 4_000;
const MAX_RESTARTS = 4;

export interface ListOptions {
  connection: ClusterConnection;
  path: string;
  query: ClusterRequest['query'];
  signal: AbortSignal;
  clock: Clock;
  /** Lists of the whole process. */
  turnstile: Turnstile;
  /** Among those who wait for it; lower comes first. */
  rank?: number;
  onAnswer(date: string | null): void;
  /** A page of items as the server sent them; not kept beyond the call. */
  onPage(items: readonly unknown[]): void;
  /** The pages so far are void: the list starts again. */
  onRestart(): void;
}

/**
 * Reads a complete list in pages of 500.
 *
 * @returns the resourceVersion that it shows, to watch from
 * @throws {@link Refusal} or {@link ClusterError}; what came before is then no list
 */
export async function listAll(options: ListOptions): Promise<string> {
  let limit = FIRST_LIMIT;
  let token: string | undefined;
  let version: string | undefined;
  let restarts = 0;
  do {
    const page = await readPage(options, limit, token);
    if (page === 'too-large' && limit > 1) {
      limit = Math.max(1, Math.floor(limit / 8));
      continue;
    }
    if (page === 'expired') {
      // The server offers a token to go on with, but then the list would show no one moment.
      options.onRestart();
      restarts += 1;
      if (restarts > MAX_RESTARTS) {
        throw new Refusal(410, 'the list expires faster than it can be read');
      }
      token = undefined;
      version = undefined;
      limit = Math.min(LARGEST_LIMIT, limit * 2);
      continue;
    }
    if (page === 'too-large') {
      throw new ClusterError(
        options.connection.name,
        'too-large',
        'a single object is larger than the portal takes',
      );
    }
    // Reading the text of a page takes the loop as long as what is made of it: others come between the two.
    await setImmediate();
    options.onPage(page.items);
    version ??= page.version;
    token = page.token;
    await setImmediate();
  } while (token !== undefined || version === undefined);
  return version;
}

interface Page {
  items: readonly unknown[];
  version: string;
  token?: string;
}

async function readPage(
  options: ListOptions,
  limit: number,
  token: string | undefined,
): Promise<Page | 'expired' | 'too-large'> {
  const { connection, path, query, signal, clock } = options;
  const leave = await options.turnstile.enter(signal, options.rank);
  if (!leave) {
    throw new ClusterError(connection.name, 'aborted', 'given up');
  }
  const notSlow = clock.after(SLOW_MS, leave);
  try {
    const response = await connection.request({
      path,
      query: { ...query, limit, continue: token },
      signal,
    });
    notSlow();
    options.onAnswer(response.headers.get('date'));
    if (response.status === 410 && token !== undefined) {
      await response.text();
      return 'expired';
    }
    if (response.status !== 200) {
      throw await readRefusal(response, clock.now());
    }
    return readItems(connection.name, await response.json());
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'too-large') {
      return 'too-large';
    }
    throw error;
  } finally {
    notSlow();
    leave();
  }
}

/** `items: null` is how Go writes an empty list. */
function readItems(cluster: string, body: unknown): Page {
  const { metadata, items, kind } = record(body);
  const meta = record(metadata);
  const version = text(meta.resourceVersion);
  const isList = items === null || Array.isArray(items);
  if (!isList || version === undefined) {
    throw new ClusterError(
      cluster,
      'protocol',
      `a list came back without items or resourceVersion (kind ${
        text(kind) ?? 'none'
      })`,
    );
  }
  return { items: list(items), version, token: text(meta.continue) };
}
