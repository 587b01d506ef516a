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
/** Every API server makes this of every kind, from objects of any size. */
const METADATA_ALONE =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

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
  /** Objects that are too large to be read, with their metadata alone. */
  onHeads(items: readonly unknown[]): void;
  /** The pages so far are void: the list starts again. */
  onRestart(): void;
}

/**
 * Reads a complete list in pages of 500. A page that is too large is asked for in smaller ones, down to the one object
 * that is; of that the metadata are read, and the pages grow again.
 *
 * @returns the resourceVersion that it shows, to watch from
 * @throws {@link Refusal} or {@link ClusterError}; what came before is then no list
 */
export async function listAll(options: ListOptions): Promise<string> {
  let limit = FIRST_LIMIT;
  let token: string | undefined;
  let version: string | undefined;
  let restarts = 0;
  let growing = false;
  do {
    let page = await readPage(options, limit, token);
    if (page === 'too-large' && limit > 1) {
      limit = Math.max(1, Math.floor(limit / 8));
      growing = false;
      continue;
    }
    const alone = page === 'too-large';
    if (alone) {
      page = await readPage(options, 1, token, METADATA_ALONE);
      growing = true;
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
        'a single object is larger than the portal takes, and the server does not give its metadata alone',
      );
    }
    // Reading the text of a page takes the loop as long as what is made of it: others come between the two.
    await setImmediate();
    if (alone) options.onHeads(page.items);
    else options.onPage(page.items);
    if (growing && limit < FIRST_LIMIT) limit *= 2;
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
  accept?: string,
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
      accept,
      signal,
    });
    notSlow();
    options.onAnswer(response.headers.get('date'));
    if (response.status === 410 && token !== undefined) {
      await response.text();
      return 'expired';
    }
    if (response.status === 406 && accept) {
      await response.text();
      return 'too-large';
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
