import { comparePaths } from './comparePaths';
import { Beyond, Leaf } from './Tree';

/** What part of a state is asked for, and how it is grouped. */
export interface ListOptions {
  prefix: string;
  /** Paths that have it after the prefix are told as one common prefix. */
  delimiter: string;
  /** A path or common prefix: the list begins behind it. */
  after: string;
}

/** A path, or many of them as one common prefix. */
export type Listed<L extends Leaf> =
  | { path: string; leaf: L }
  | { path: string; leaf?: undefined };

/**
 * Groups leaves as a listing shows them, and begins anew behind each common prefix instead of reading all below it.
 *
 * @param read the leaves from the first one that is beyond
 */
export function* listing<L extends Leaf>(
  read: (beyond: Beyond) => Iterable<L>,
  { prefix, delimiter, after }: ListOptions,
): Generator<Listed<L>> {
  const cut = (path: string) => {
    const end = delimiter ? path.indexOf(delimiter, prefix.length) : -1;
    return end < 0 ? undefined : path.slice(0, end + delimiter.length);
  };
  const behindPrefix =
    (common: string): Beyond =>
    path =>
      !path.startsWith(common) && comparePaths(path, common) > 0;
  const wholePrefix = delimiter !== '' && after.endsWith(delimiter);
  let beyond: Beyond = path =>
    comparePaths(path, prefix) >= 0 &&
    (after === '' ||
      (wholePrefix && after.startsWith(prefix)
        ? behindPrefix(after)(path)
        : comparePaths(path, after) > 0));
  for (;;) {
    let common: string | undefined;
    for (const leaf of read(beyond)) {
      if (!leaf.path.startsWith(prefix)) return;
      common = cut(leaf.path);
      if (common !== undefined) break;
      yield { path: leaf.path, leaf };
    }
    if (common === undefined) return;
    yield { path: common };
    beyond = behindPrefix(common);
  }
}
