import { LakeFs } from '../LakeFs';
import { Commit, makeCommit } from '../model/Commit';
import { badRequest, LakeFsError, saying } from '../model/LakeFsError';
import { checkBranchId } from '../model/nameRules';
import { ObjectEntry } from '../model/ObjectEntry';
import { metaRangeId } from '../model/rangeIds';
import { Repository } from '../model/Repository';
import { resolveCommit } from '../refs/resolveRef';
import { mergeTrees, sameTree } from '../tree/mergeTrees';
import { Tree } from '../tree/Tree';
import {
  conflictFound,
  dirtyBranch,
  noChanges,
  refuseReadOnly,
} from './refusals';
import { isDirty } from './uncommitted';

export interface CommitOverrides {
  message?: string;
  metadata?: Record<string, string>;
}

export interface Revert {
  ref: string;
  /** 1-based; 0 for a commit with one parent. */
  parent_number: number;
  commit_overrides?: CommitOverrides;
  force?: boolean;
  allow_empty?: boolean;
}

export interface CherryPick {
  ref: string;
  parent_number?: number;
  commit_overrides?: CommitOverrides;
  force?: boolean;
}

const EMPTY = Tree.empty<ObjectEntry>();

/** Undoes a commit by another one; on protected branches too. @throws LakeFsError 400, 403, 404, 409, 412 */
export async function revert(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  wish: Revert,
): Promise<void> {
  const { ref, parent_number: parentNumber, allow_empty: allowEmpty } = wish;
  checkBranchId(name);
  refuseReadOnly(repository, wish.force);
  const undone = await commitOf(repository, ref);
  if (undone.parents.length > 1 && parentNumber <= 0) {
    throw new LakeFsError(
      409,
      'must specify 1-based parent number for reverting merge commit',
    );
  }
  if (parentNumber > undone.parents.length) {
    throw badRequest(
      `given commit does not have the given parent number: parent ${parentNumber}`,
    );
  }
  const parent = parentTree(repository, undone, Math.max(0, parentNumber - 1));
  await onTop(lakeFs, repository, name, 'revert', head => {
    if (sameTree(parent, undone.tree) && !allowEmpty) throw noChanges();
    const tree = mergeTrees(head.tree, parent, undone.tree);
    if (!tree) throw conflictFound();
    if (!allowEmpty && sameTree(tree, head.tree)) throw noChanges();
    return {
      tree,
      message: `Revert ${ref}`,
      metadata: {},
      ...given(wish.commit_overrides),
    };
  });
}

/** Does again what a commit did, on another branch; on protected branches too. @throws LakeFsError 400, 403, 404, 409, 412 */
export async function cherryPick(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  wish: CherryPick,
): Promise<Commit> {
  checkBranchId(name);
  refuseReadOnly(repository, wish.force);
  const picked = await commitOf(repository, wish.ref);
  const { parent_number: parentNumber } = wish;
  if (parentNumber === undefined && picked.parents.length > 1) {
    throw badRequest(
      'must specify 1-based parent number for cherry-picking merge commit',
    );
  }
  const number = parentNumber ?? 1;
  if (number > picked.parents.length || number < 1) {
    throw badRequest(
      `parent ${number}: given commit does not have the given parent number`,
    );
  }
  const parent = parentTree(repository, picked, number - 1);
  return onTop(lakeFs, repository, name, 'cherry-pick', head => {
    if (sameTree(picked.tree, parent)) throw noChanges();
    const tree = mergeTrees(head.tree, picked.tree, parent);
    if (!tree) throw conflictFound();
    const content = {
      message: picked.message,
      metadata: picked.metadata,
      ...given(wish.commit_overrides),
    };
    return {
      tree,
      message: content.message,
      metadata: {
        ...content.metadata,
        'cherry-pick-origin': picked.id,
        'cherry-pick-committer': picked.committer,
      },
    };
  });
}

interface NewContent {
  tree: Tree<ObjectEntry>;
  message: string;
  metadata: Readonly<Record<string, string>>;
}

/** Puts a commit on top of a clean branch, anew whenever another one came in between. */
async function onTop(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  what: 'revert' | 'cherry-pick',
  make: (head: Commit) => NewContent,
): Promise<Commit> {
  if (isDirty(repository, repository.branch(name))) throw dirtyBranch();
  return saying('update branch', async () => {
    for (;;) {
      const head = repository.commit(repository.branch(name).commitId);
      const content = make(head);
      const commit = makeCommit({
        ...content,
        committer: lakeFs.user,
        creationDate: lakeFs.clock.now(),
        generation: head.generation + 1,
        parents: [head.id],
        metaRangeId: metaRangeId(content.tree),
      });
      const record = { branch: name, commit };
      await lakeFs.hooks.before(`pre-${what}`, repository, {
        ...record,
        sourceRef: name,
      });
      const branch = repository.branch(name);
      if (branch.commitId !== head.id) continue;
      repository.addCommit(commit);
      repository.putBranch({ ...branch, commitId: commit.id });
      lakeFs.hooks.after(`post-${what}`, repository, {
        ...record,
        sourceRef: commit.id,
        commitId: commit.id,
      });
      return commit;
    }
  });
}

function commitOf(repository: Repository, ref: string): Promise<Commit> {
  return saying(`get commit from ref ${ref}`, () =>
    resolveCommit(repository, ref),
  );
}

function parentTree(
  repository: Repository,
  { parents }: Commit,
  index: number,
): Tree<ObjectEntry> {
  return parents[index] ? repository.commit(parents[index]).tree : EMPTY;
}

/** What was given of the overrides, and nothing undefined. */
function given({ message, metadata }: CommitOverrides = {}): CommitOverrides {
  return { ...(message && { message }), ...(metadata && { metadata }) };
}
