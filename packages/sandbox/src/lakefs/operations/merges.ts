import { LakeFs } from '../LakeFs';
import { Commit, makeCommit } from '../model/Commit';
import { badRequest, LakeFsError, saying } from '../model/LakeFsError';
import { checkBranchId } from '../model/nameRules';
import { metaRangeId } from '../model/rangeIds';
import { Repository } from '../model/Repository';
import { mergeBase } from '../refs/mergeBase';
import { resolveCommit } from '../refs/resolveRef';
import { MergeStrategy, mergeTrees, sameTree } from '../tree/mergeTrees';
import {
  conflictFound,
  dirtyBranch,
  noChanges,
  refuseReadOnly,
} from './refusals';
import { isDirty } from './uncommitted';

export interface MergeCreation {
  message?: string;
  metadata?: Record<string, string>;
  strategy?: string;
  force?: boolean;
  allow_empty?: boolean;
  squash_merge?: boolean;
}

/**
 * Brings the commits of a ref into a branch, always by a commit of its own. What is not committed on the source stays behind
 * without a word. When something else moved the branch while hooks ran, it starts anew and calls them again.
 *
 * @returns the id of the merge commit
 * @throws LakeFsError 400 for nothing to merge or a dirty destination, 403, 404, 409 for a conflict, 412 when a hook fails
 */
export async function merge(
  lakeFs: LakeFs,
  repository: Repository,
  source: string,
  destination: string,
  creation: MergeCreation,
): Promise<string> {
  checkBranchId(destination);
  const { force, strategy = '' } = creation;
  refuseReadOnly(repository, force);
  if (isDirty(repository, repository.branch(destination))) throw dirtyBranch();
  if (!['', 'dest-wins', 'source-wins'].includes(strategy)) {
    throw badRequest('argument strategy: invalid value: validation error');
  }
  return saying(`update branch ${destination}`, async () => {
    for (;;) {
      const before = repository.branch(destination).commitId;
      const made = mergedCommit(lakeFs, repository, {
        source,
        destination,
        creation,
      });
      const record = {
        branch: destination,
        mergeSource: source,
        commit: made.commit,
        commitId: made.commit.id,
      };
      await lakeFs.hooks.before('pre-merge', repository, {
        ...record,
        sourceRef: made.from,
      });
      const branch = repository.branch(destination);
      if (branch.commitId !== before) continue;
      repository.putBranch({ ...branch, commitId: made.commit.id });
      lakeFs.hooks.after('post-merge', repository, {
        ...record,
        sourceRef: made.commit.id,
      });
      return made.commit.id;
    }
  });
}

interface MergeWish {
  source: string;
  destination: string;
  creation: MergeCreation;
}

function mergedCommit(
  lakeFs: LakeFs,
  repository: Repository,
  { source, destination, creation }: MergeWish,
): { commit: Commit; from: string } {
  const { strategy, allow_empty: allowEmpty, force } = creation;
  const from = sourceCommit(repository, source);
  const to = repository.commit(repository.branch(destination).commitId);
  const base = mergeBase(repository, from, to);
  if (!allowEmpty && !force && sameTree(from.tree, base.tree)) {
    throw noChanges();
  }
  const tree = mergeTrees(
    to.tree,
    from.tree,
    base.tree,
    (strategy || undefined) as MergeStrategy | undefined,
  );
  if (!tree) throw conflictFound();
  const commit = makeCommit({
    committer: lakeFs.user,
    message: creation.message || `Merge '${source}' into '${destination}'`,
    creationDate: lakeFs.clock.now(),
    generation: Math.max(to.generation, from.generation) + 1,
    metadata: {
      ...creation.metadata,
      '.lakefs.merge.strategy': strategy || 'default',
    },
    parents: creation.squash_merge ? [to.id] : [to.id, from.id],
    metaRangeId: metaRangeId(tree),
    tree,
  });
  return { commit: repository.addCommit(commit), from: from.id };
}

function sourceCommit(repository: Repository, source: string): Commit {
  try {
    return resolveCommit(repository, source);
  } catch (error) {
    throw withinRef(error, source);
  }
}

/** Names the ref that led nowhere. */
function withinRef(error: unknown, ref: string): unknown {
  return error instanceof LakeFsError
    ? error.within(`get commit by ref ${ref}`)
    : error;
}
