import { Feed } from './Feed';
import { record, text } from './fields';
import { listAll, ListOptions } from './listAll';
import { identify, Shadow } from './Shadow';

/** A complete list, as much as is kept of it. */
export interface ShadowList<T> {
  shadow: Shadow<T>;
  /** resourceVersion to watch from. */
  version: string;
  /** Names of objects that are too large to be read. */
  unread: readonly string[];
}

/**
 * Reads the complete list of a feed. Of an object that is too large its metadata are read, so that one object does not
 * take all others away.
 *
 * @param known - what was known before: what an object was that is not read now
 * @throws what {@link listAll} throws
 */
export async function listShadow<T>(
  feed: Feed<T>,
  known: Shadow<T>,
  options: Omit<ListOptions, 'query' | 'onPage' | 'onHeads' | 'onRestart'>,
): Promise<ShadowList<T>> {
  let shadow = new Shadow<T>();
  let unread: string[] = [];
  const version = await listAll({
    ...options,
    query: feed.query,
    onPage: items => shadow.collect(items, raw => feed.project(raw)),
    onHeads: items => {
      for (const raw of items) {
        const { metadata } = record(raw);
        const identity = identify({ metadata });
        if (!identity) continue;
        unread.push(text(record(metadata).name) ?? 'An object');
        const before = known.get(identity);
        const item = feed.projectHead
          ? feed.projectHead({ metadata }, before)
          : before;
        if (item !== undefined) shadow.set(identity, item);
      }
    },
    onRestart: () => {
      shadow = new Shadow<T>();
      unread = [];
    },
  });
  return { shadow, version, unread };
}
