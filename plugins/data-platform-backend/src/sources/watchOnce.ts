import { setImmediate } from 'node:timers/promises';
import { Clock } from '../clusters/Clock';
import { ClusterError } from '../clusters/ClusterError';
import { linkedAbort } from '../clusters/linkedAbort';
import { ClusterConnection, ClusterRequest } from '../clusters/types';
import { LineDecoder } from './LineDecoder';
import { readRefusal } from './Refusal';
import { HTML_INSTEAD, WatchEvent, watchEvent } from './watchEvents';

/** The largest line of a watch that is read: etcd takes 1.5 MiB unless told otherwise, an API server 3 MiB at most. */
export const MAX_LINE_BYTES = 4 * 2 ** 20;
/** A server sends a bookmark about every minute; after this long without one the connection is taken for dead. */
const INACTIVITY_MS = 150_000;
/** A server refuses a version that is too old at once: a watch that was not refused by then is sound. */
const SOUND_AFTER_MS = 500;
/** Events are handled in runs of this many, then others have their turn. */
const EVENTS_PER_TURN = 200;

export interface WatchOptions {
  connection: ClusterConnection;
  path: string;
  query: ClusterRequest['query'];
  /** resourceVersion to go on from. */
  from: string;
  timeoutSeconds: number;
  signal: AbortSignal;
  clock: Clock;
  /** Bytes came. @param date - the Date header, with the first of them */
  onContact(date?: string | null): void;
  /** The server has taken the watch up and means it. */
  onSound(): void;
  /** Throws to end the watch. */
  onEvent(event: WatchEvent): void;
}

/**
 * One watch request, until the server ends it.
 *
 * @throws {@link Refusal}, {@link ClusterError}, or what `onEvent` throws
 */
export async function watchOnce(options: WatchOptions): Promise<void> {
  const { connection, clock } = options;
  const abort = linkedAbort(options.signal);
  let silent = false;
  const onSilence = () => {
    silent = true;
    abort.abort();
  };
  let cancelSilence = clock.after(INACTIVITY_MS, onSilence);
  let cancelSound = () => {};
  try {
    const response = await connection.request({
      path: options.path,
      query: {
        ...options.query,
        watch: true,
        allowWatchBookmarks: true,
        resourceVersion: options.from,
        timeoutSeconds: options.timeoutSeconds,
      },
      stream: true,
      signal: abort.signal,
    });
    if (response.status !== 200) {
      throw await readRefusal(response, clock.now());
    }
    if (/^text\/html/i.test(response.headers.get('content-type') ?? '')) {
      throw new ClusterError(connection.name, 'protocol', HTML_INSTEAD);
    }
    options.onContact(response.headers.get('date'));
    cancelSound = clock.after(SOUND_AFTER_MS, options.onSound);
    const lines = new LineDecoder(MAX_LINE_BYTES);
    let events = 0;
    for await (const chunk of response.stream()) {
      options.onContact();
      cancelSilence();
      cancelSilence = clock.after(INACTIVITY_MS, onSilence);
      for (const line of lines.push(chunk)) {
        options.onEvent(watchEvent(connection.name, line));
        events += 1;
        if (events % EVENTS_PER_TURN === 0) {
          await setImmediate();
        }
      }
    }
  } catch (error) {
    throw silent
      ? new ClusterError(connection.name, 'timeout', 'a watch went silent')
      : error;
  } finally {
    cancelSilence();
    cancelSound();
    abort.abort();
    abort.release();
  }
}
