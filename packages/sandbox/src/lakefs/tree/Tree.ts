import { comparePaths } from './comparePaths';

/** What a tree holds: immutable, told apart by its path. */
export interface Leaf {
  readonly path: string;
}

/** Leaves next to each other, in order; never empty. Shared between the trees that have it in common. */
export type Range<L extends Leaf> = readonly L[];

/** Holds for all paths from some place on: where an iteration begins. */
export type Beyond = (path: string) => boolean;

export const FROM_START: Beyond = () => true;

const SPLIT_AT = 256;

/**
 * Leaves sorted by path that never change: a change makes a new tree, which shares all ranges that it leaves alone, as the
 * ranges and metaranges of lakeFS do. So a thousand commits of a large repository cost little, and a comparison of two of
 * them skips what they share.
 */
export class Tree<L extends Leaf> {
  readonly ranges: readonly Range<L>[];
  readonly size: number;

  constructor(ranges: readonly Range<L>[]) {
    this.ranges = ranges;
    let size = 0;
    for (const range of ranges) size += range.length;
    this.size = size;
  }

  static empty<L extends Leaf>(): Tree<L> {
    return new Tree<L>([]);
  }

  /** @param leaves sorted by path, each path once */
  static of<L extends Leaf>(leaves: Iterable<L>): Tree<L> {
    return new Tree(split([...leaves]));
  }

  get(path: string): L | undefined {
    const range = this.ranges[this.rangeOf(path)];
    if (!range) return undefined;
    const leaf = range[firstBeyond(range, path)];
    return leaf?.path === path ? leaf : undefined;
  }

  set(leaf: L): Tree<L> {
    return this.replaced(leaf.path, [leaf]);
  }

  delete(path: string): Tree<L> {
    return this.get(path) ? this.replaced(path, []) : this;
  }

  /** The leaves from the first one that is beyond, in order. */
  *from(beyond: Beyond = FROM_START): Generator<L> {
    const [first, offset] = this.seek(beyond);
    for (let at = first; at < this.ranges.length; at++) {
      const range = this.ranges[at];
      for (let of = at === first ? offset : 0; of < range.length; of++) {
        yield range[of];
      }
    }
  }

  /** Range and place in it of the first leaf that is beyond. */
  seek(beyond: Beyond): [range: number, offset: number] {
    const { ranges } = this;
    const at = firstWhere(ranges.length, index =>
      beyond(ranges[index][ranges[index].length - 1].path),
    );
    if (at === ranges.length) return [at, 0];
    const range = ranges[at];
    return [at, firstWhere(range.length, index => beyond(range[index].path))];
  }

  /** Puts and removes many leaves at once; ranges that no change falls into stay the same ones. */
  change(changes: Iterable<{ path: string; leaf?: L }>): Tree<L> {
    const perRange = new Map<number, { path: string; leaf?: L }[]>();
    for (const change of changes) {
      const at = Math.max(0, this.rangeOf(change.path));
      const list = perRange.get(at);
      if (list) list.push(change);
      else perRange.set(at, [change]);
    }
    if (perRange.size === 0) return this;
    const ranges: Range<L>[] = [];
    for (let at = 0; at < Math.max(1, this.ranges.length); at++) {
      const range = this.ranges[at] ?? [];
      const list = perRange.get(at);
      if (!list) ranges.push(range);
      else ranges.push(...split(changed(range, list)));
    }
    return new Tree(ranges);
  }

  private replaced(path: string, leaves: L[]): Tree<L> {
    const at = Math.max(0, this.rangeOf(path));
    const range = this.ranges[at] ?? [];
    const index = firstBeyond(range, path);
    const next = [...range];
    next.splice(index, range[index]?.path === path ? 1 : 0, ...leaves);
    return new Tree([
      ...this.ranges.slice(0, at),
      ...split(next),
      ...this.ranges.slice(at + 1),
    ]);
  }

  /** Index of the range that a path belongs to: the last one that does not begin after it; -1 before all. */
  private rangeOf(path: string): number {
    return (
      firstWhere(
        this.ranges.length,
        index => comparePaths(this.ranges[index][0].path, path) > 0,
      ) - 1
    );
  }
}

function firstBeyond(range: Range<Leaf>, path: string): number {
  return firstWhere(
    range.length,
    index => comparePaths(range[index].path, path) >= 0,
  );
}

/** The first index for which it holds, given that it holds for all after that. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function split<L extends Leaf>(leaves: L[]): Range<L>[] {
  if (leaves.length === 0) return [];
  if (leaves.length <= SPLIT_AT) return [leaves];
  const parts = Math.ceil(leaves.length / (SPLIT_AT / 2));
  const size = Math.ceil(leaves.length / parts);
  const ranges: Range<L>[] = [];
  for (let at = 0; at < leaves.length; at += size) {
    ranges.push(leaves.slice(at, at + size));
  }
  return ranges;
}

/** @param changes sorted by path */
function changed<L extends Leaf>(
  range: Range<L>,
  changes: readonly { path: string; leaf?: L }[],
): L[] {
  const result: L[] = [];
  let at = 0;
  for (const { path, leaf } of changes) {
    while (at < range.length && comparePaths(range[at].path, path) < 0) {
      result.push(range[at++]);
    }
    if (range[at]?.path === path) at++;
    if (leaf) result.push(leaf);
  }
  return result.concat(range.slice(at));
}
