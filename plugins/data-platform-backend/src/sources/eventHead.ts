import { record, text } from './fields';

/** What the beginning of an event tells of its object. */
export interface EventHead {
  type: 'changed' | 'deleted';
  name?: string;
  /** The object with its metadata alone; absent where those do not fit into what is known of it. */
  object?: { metadata: Record<string, unknown> };
}

/**
 * Reads the beginning of an event whose end is not known. An API server writes apiVersion, kind and metadata before all
 * else, in structs as in custom resources.
 */
export function eventHead(head: string): EventHead {
  const type = /^\s*\{\s*"type"\s*:\s*"DELETED"/.test(head)
    ? 'deleted'
    : 'changed';
  const key = /"metadata"\s*:\s*\{/.exec(head);
  if (!key) {
    return { type };
  }
  const start = key.index + key[0].length - 1;
  const end = endOfObject(head, start);
  if (end === undefined) {
    const [, name] =
      /"name":"([a-z0-9.-]{1,253})"/.exec(head.slice(start, start + 4096)) ??
      [];
    return { type, name };
  }
  try {
    const metadata = record(JSON.parse(head.slice(start, end)));
    return { type, name: text(metadata.name), object: { metadata } };
  } catch {
    return { type };
  }
}

/** Where the JSON object that begins at `start` is over; undefined when it goes on beyond the text. */
function endOfObject(json: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < json.length; at += 1) {
    const sign = json[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') {
      quoted = true;
    } else if (sign === '{') {
      depth += 1;
    } else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}
