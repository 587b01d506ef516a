import { Tree } from '../tree/Tree';
import { StagedChange } from './ObjectEntry';

/**
 * A branch, and what was written to it and not committed. A commit first seals what is staged, so that writes which come while
 * its hooks run wait for the next one.
 */
export interface Branch {
  readonly id: string;
  readonly commitId: string;
  readonly staged: Tree<StagedChange>;
  readonly sealed: Tree<StagedChange>;
  /** Hidden branches are listed on request only. */
  readonly hidden: boolean;
}

/** All changes that are not committed. */
export function uncommittedOf({ staged, sealed }: Branch): Tree<StagedChange> {
  if (staged.size === 0) return sealed;
  if (sealed.size === 0) return staged;
  return sealed.change(
    [...staged.from()].map(change => ({ path: change.path, leaf: change })),
  );
}
