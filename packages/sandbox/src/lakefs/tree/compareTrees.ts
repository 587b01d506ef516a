import { comparePaths } from './comparePaths';
import { Beyond, FROM_START, Leaf, Tree } from './Tree';

/** A path that two trees differ in: absent on one side, or not the same on both. */
export interface Difference<L extends Leaf> {
  path: string;
  left?: L;
  right?: L;
}

/** A place in a tree. */
class Cursor<L extends Leaf> {
  private readonly tree: Tree<L>;
  private range: number;
  private offset: number;

  constructor(tree: Tree<L>, beyond: Beyond) {
    this.tree = tree;
    [this.range, this.offset] = tree.seek(beyond);
  }

  get leaf(): L | undefined {
    return this.tree.ranges[this.range]?.[this.offset];
  }

  next(): void {
    this.offset++;
    if (this.offset < this.tree.ranges[this.range].length) return;
    this.range++;
    this.offset = 0;
  }

  /** Leaves out the rest of the range when the other one is at the same place of the same range. */
  skipShared(other: Cursor<L>): boolean {
    const range = this.tree.ranges[this.range];
    const shared =
      range !== undefined &&
      range === other.tree.ranges[other.range] &&
      this.offset === other.offset;
    if (!shared) return false;
    for (const cursor of [this, other]) {
      cursor.range++;
      cursor.offset = 0;
    }
    return true;
  }
}

/** Where two trees differ, in order of paths. Ranges that they share are skipped unread. */
export function* compareTrees<L extends Leaf>(
  left: Tree<L>,
  right: Tree<L>,
  same: (left: L, right: L) => boolean,
  beyond: Beyond = FROM_START,
): Generator<Difference<L>> {
  const one = new Cursor(left, beyond);
  const other = new Cursor(right, beyond);
  for (;;) {
    if (one.skipShared(other)) continue;
    const { leaf: leftLeaf } = one;
    const { leaf: rightLeaf } = other;
    if (!leftLeaf && !rightLeaf) return;
    const order = orderOf(leftLeaf, rightLeaf);
    if (order < 0) {
      yield { path: leftLeaf!.path, left: leftLeaf };
      one.next();
    } else if (order > 0) {
      yield { path: rightLeaf!.path, right: rightLeaf };
      other.next();
    } else {
      if (leftLeaf !== rightLeaf && !same(leftLeaf!, rightLeaf!)) {
        yield { path: leftLeaf!.path, left: leftLeaf, right: rightLeaf };
      }
      one.next();
      other.next();
    }
  }
}

/** Which of two leaves comes first; one that is not there comes last. */
function orderOf(left: Leaf | undefined, right: Leaf | undefined): number {
  if (!left) return 1;
  return right ? comparePaths(left.path, right.path) : -1;
}
