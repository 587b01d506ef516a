import { ObjectEntry, sameObject } from '../model/ObjectEntry';
import { LakeFsError } from '../model/LakeFsError';
import { checkBranchId } from '../model/nameRules';
import { Commit } from '../model/Commit';
import { Repository } from '../model/Repository';
import { mergeBase } from '../refs/mergeBase';
import { resolveCommit } from '../refs/resolveRef';
import { compareTrees, Difference } from '../tree/compareTrees';
import { Listed, listing, ListOptions } from '../tree/listing';
import { Tree } from '../tree/Tree';
import { uncommittedChanges } from './uncommitted';

/** A path that differs. */
export interface DiffEntry {
  readonly path: string;
  readonly type: 'added' | 'removed' | 'changed' | 'conflict';
  /** The object as it is, or as it was when it is removed. */
  readonly entry: ObjectEntry;
}

export type DiffType = 'two_dot' | 'three_dot';

/** What a commit of the branch would change. @throws LakeFsError 400, 404 */
export function diffUncommitted(
  repository: Repository,
  name: string,
  options: ListOptions,
): Iterable<Listed<DiffEntry>> {
  checkBranchId(name);
  const branch = repository.branch(name);
  return listing(function* read(beyond) {
    for (const change of uncommittedChanges(repository, branch, beyond)) {
      yield diffEntry(change);
    }
  }, options);
}

/** What differs between two commits; in three dots, what a merge of the right one into the left one would do. */
export function diffRefs(
  repository: Repository,
  [leftRef, rightRef]: readonly [string, string],
  type: DiffType,
  options: ListOptions,
): Iterable<Listed<DiffEntry>> {
  const { left, right } = bothCommits(repository, leftRef, rightRef);
  const base =
    type === 'three_dot' ? mergeBase(repository, left, right).tree : undefined;
  return listing(function* read(beyond) {
    for (const change of compareTrees(
      left.tree,
      right.tree,
      sameObject,
      beyond,
    )) {
      const entry = base ? sinceBase(change, base) : diffEntry(change);
      if (entry) yield entry;
    }
  }, options);
}

/** @throws LakeFsError 400, 404 that names the ref */
export function bothCommits(
  repository: Repository,
  leftRef: string,
  rightRef: string,
): { left: Commit; right: Commit } {
  const commit = (ref: string, as: string) => {
    try {
      return resolveCommit(repository, ref);
    } catch (error) {
      throw error instanceof LakeFsError
        ? error.within(`get commit by ${as} ${ref}`)
        : error;
    }
  };
  return { right: commit(rightRef, 'ref'), left: commit(leftRef, 'branch') };
}

function diffEntry({ path, left, right }: Difference<ObjectEntry>): DiffEntry {
  if (!right) return { path, type: 'removed', entry: left! };
  return { path, type: left ? 'changed' : 'added', entry: right };
}

/** What a change means to a merge; undefined when it is a change of the left side alone. */
function sinceBase(
  change: Difference<ObjectEntry>,
  base: Tree<ObjectEntry>,
): DiffEntry | undefined {
  const { path, left, right } = change;
  const before = base.get(path);
  const changedBy = (side?: ObjectEntry) =>
    side && before ? !sameObject(side, before) : side !== before;
  if (!changedBy(right)) return undefined;
  const entry = diffEntry(change);
  return changedBy(left) ? { ...entry, type: 'conflict' } : entry;
}
