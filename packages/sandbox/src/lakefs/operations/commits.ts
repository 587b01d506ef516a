import { setTimeout as pause } from 'node:timers/promises';
import { LakeFs } from '../LakeFs';
import { Branch, uncommittedOf } from '../model/Branch';
import { Commit, makeCommit } from '../model/Commit';
import { LakeFsError } from '../model/LakeFsError';
import { checkBranchId } from '../model/nameRules';
import { ObjectEntry, sameObject } from '../model/ObjectEntry';
import { metaRangeId } from '../model/rangeIds';
import { Repository } from '../model/Repository';
import { Tree } from '../tree/Tree';
import { predicateFailed, refuseProtected, refuseReadOnly } from './refusals';

export interface CommitCreation {
  message: string;
  metadata?: Record<string, string>;
  /** Seconds since the epoch, in place of now. */
  date?: number;
  allow_empty?: boolean;
  force?: boolean;
}

/** How long the real server takes between reading a branch and writing it; others that come in between lose. */
const WRITE_MS = 2;

/**
 * Commits what lies uncommitted on a branch.
 *
 * @throws LakeFsError 400 when nothing changed, 403 on a protected branch, 404, 412 when a hook fails; 500 `predicate failed` when
 * another commit began at the same time
 */
export async function commit(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  creation: CommitCreation,
): Promise<Commit> {
  checkBranchId(name);
  refuseProtected(
    lakeFs,
    repository,
    name,
    'cannot commit to protected branch',
  );
  refuseReadOnly(repository, creation.force);
  const said = {
    committer: lakeFs.user,
    message: creation.message,
    metadata: creation.metadata ?? {},
  };
  const record = { sourceRef: name, branch: name, commit: said };
  await lakeFs.hooks.before('prepare-commit', repository, record);
  await seal(repository, name);
  for (;;) {
    const branch = repository.branch(name);
    const runId = await lakeFs.hooks.before('pre-commit', repository, record);
    const now = repository.branches.get(name);
    if (now?.commitId !== branch.commitId || now.sealed !== branch.sealed) {
      repository.branch(name);
      continue;
    }
    const made = repository.addCommit(
      sealedCommit(repository, now, {
        ...said,
        creationDate:
          creation.date === undefined
            ? lakeFs.clock.now()
            : creation.date * 1000,
        allowEmpty: creation.allow_empty ?? false,
      }),
    );
    repository.putBranch({ ...now, commitId: made.id, sealed: Tree.empty() });
    lakeFs.hooks.committed(repository, runId, made.id);
    lakeFs.hooks.after('post-commit', repository, {
      ...record,
      sourceRef: made.id,
      commitId: made.id,
    });
    return made;
  }
}

/** Takes what is staged out of the reach of later writes. @throws LakeFsError 500 when somebody else does so at the same time */
async function seal(repository: Repository, name: string): Promise<void> {
  const { commitId, sealed } = repository.branch(name);
  await pause(WRITE_MS);
  const branch = repository.branch(name);
  if (branch.sealed !== sealed || branch.commitId !== commitId) {
    throw predicateFailed();
  }
  repository.putBranch({
    ...branch,
    // A tree of its own in any case: others see by it that the branch was sealed meanwhile.
    sealed: new Tree(uncommittedOf(branch).ranges),
    staged: Tree.empty(),
  });
}

interface CommitContent {
  committer: string;
  message: string;
  metadata: Record<string, string>;
  creationDate: number;
  allowEmpty: boolean;
}

function sealedCommit(
  repository: Repository,
  branch: Branch,
  { allowEmpty, ...said }: CommitContent,
): Commit {
  const parent = repository.commit(branch.commitId);
  const changes: { path: string; leaf?: ObjectEntry }[] = [];
  for (const { path, entry } of branch.sealed.from()) {
    const before = parent.tree.get(path);
    const same = before && entry ? sameObject(before, entry) : before === entry;
    if (!same) changes.push({ path, leaf: entry });
  }
  if (changes.length === 0 && !allowEmpty) {
    throw new LakeFsError(400, 'commit: no changes');
  }
  const tree = parent.tree.change(changes);
  return makeCommit({
    ...said,
    generation: parent.generation + 1,
    parents: [parent.id],
    metaRangeId: metaRangeId(tree),
    tree,
  });
}
