import { ClusterError } from '../clusters/ClusterError';
import { EventHead, eventHead } from './eventHead';
import { integer, record, text } from './fields';
import { Line } from './LineDecoder';
import { statusWords } from './Refusal';

/** What one line of a watch says. */
export type WatchEvent =
  | { type: 'changed' | 'deleted'; object: unknown }
  | { type: 'bookmark'; version: string | undefined }
  | { type: 'error'; code: number | undefined; words: string }
  | { type: 'too-large'; head: EventHead };

/** A proxy or a login page stands before the server. */
export const HTML_INSTEAD = 'an HTML page came back instead of a watch';

/** @throws {@link ClusterError} when the line is not an event */
export function watchEvent(cluster: string, line: Line): WatchEvent {
  if ('tooLong' in line) {
    return { type: 'too-large', head: eventHead(line.head) };
  }
  let event: Record<string, unknown>;
  try {
    event = record(JSON.parse(line.text));
  } catch (cause) {
    throw new ClusterError(
      cluster,
      'protocol',
      /^\s*</.test(line.text) ? HTML_INSTEAD : 'a line of a watch is not JSON',
      { cause },
    );
  }
  const { object } = event;
  switch (event.type) {
    case 'ADDED':
    case 'MODIFIED':
      return { type: 'changed', object };
    case 'DELETED':
      return { type: 'deleted', object };
    case 'BOOKMARK':
      return {
        type: 'bookmark',
        version: text(record(record(object).metadata).resourceVersion),
      };
    case 'ERROR':
      return {
        type: 'error',
        code: integer(record(object).code),
        words: statusWords(object),
      };
    default:
      throw new ClusterError(
        cluster,
        'protocol',
        'a line of a watch is no event',
      );
  }
}
