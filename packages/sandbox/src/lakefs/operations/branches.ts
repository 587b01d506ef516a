import { LakeFs } from '../LakeFs';
import { Branch, uncommittedOf } from '../model/Branch';
import { badRequest, LakeFsError, saying } from '../model/LakeFsError';
import { checkBranchId, missing } from '../model/nameRules';
import { StagedChange } from '../model/ObjectEntry';
import { Repository } from '../model/Repository';
import { resolveCommit, resolveRef } from '../refs/resolveRef';
import { Tree } from '../tree/Tree';
import { dirtyBranch, refuseProtected, refuseReadOnly } from './refusals';
import { isDirty } from './uncommitted';

const NOTHING = Tree.empty<StagedChange>();

const RULE =
  ': branch id must consist of letters, digits, underscores and dashes, and cannot start with a dash';

export interface BranchCreation {
  name: string;
  source: string;
  force?: boolean;
  hidden?: boolean;
}

/** Makes a branch; answers with the id of its commit. @throws LakeFsError 400, 403, 404, 409, 412; 500 as the real server */
export async function createBranch(
  lakeFs: LakeFs,
  repository: Repository,
  { name, source, force, hidden }: BranchCreation,
): Promise<string> {
  checkBranchId(name, 'branch', RULE);
  if (source === '') throw missing('ref');
  if (repository.tags.has(name)) {
    throw new LakeFsError(409, `tag ID ${name}: conflict found`);
  }
  if (repository.commits.has(name)) {
    throw new LakeFsError(409, `commit ID ${name}: conflict found`);
  }
  refuseReadOnly(repository, force);
  const { commitId } = await saying(`source reference '${source}'`, () => {
    const found = resolveRef(repository, source);
    if (!found.staging) return found;
    throw new LakeFsError(500, "can't create a branch without commit");
  });
  refuseExisting(repository, name);
  await lakeFs.hooks.before('pre-create-branch', repository, {
    sourceRef: source,
    branch: name,
    commitId,
  });
  refuseExisting(repository, name);
  repository.makeBranch(name, commitId, hidden);
  lakeFs.hooks.after('post-create-branch', repository, {
    sourceRef: source,
    branch: name,
    commitId,
  });
  return commitId;
}

function refuseExisting({ branches }: Repository, name: string): void {
  if (branches.has(name)) {
    throw new LakeFsError(409, 'branch already exists: not unique');
  }
}

/** Removes a branch, with all that was not committed. @throws LakeFsError 403, 404, 412 */
export async function deleteBranch(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  force: boolean,
): Promise<void> {
  checkBranchId(name);
  refuseReadOnly(repository, force);
  if (name === repository.info.defaultBranch) {
    throw new LakeFsError(403, 'cannot delete repository default branch');
  }
  const { commitId } = repository.branch(name);
  const record = { sourceRef: commitId, branch: name };
  await lakeFs.hooks.before('pre-delete-branch', repository, record);
  repository.branch(name);
  repository.deleteBranch(name);
  lakeFs.hooks.after('post-delete-branch', repository, record);
}

export interface Reset {
  type: 'object' | 'common_prefix' | 'reset';
  path?: string;
  force?: boolean;
}

/** Throws away uncommitted changes. @throws LakeFsError 400, 403, 404 */
export function resetBranch(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  { type, path, force }: Reset,
): void {
  checkBranchId(name);
  if (type !== 'reset' && !path) {
    throw badRequest(
      'argument path: missing path: required value: validation error',
    );
  }
  refuseProtected(lakeFs, repository, name);
  refuseReadOnly(repository, force);
  const branch = repository.branch(name);
  const changes = uncommittedOf(branch);
  if (type === 'common_prefix') {
    repository.putBranch(prefixReset(repository, branch, path!));
    return;
  }
  repository.putBranch({
    ...branch,
    staged: type === 'reset' ? Tree.empty() : changes.delete(path!),
    sealed: Tree.empty(),
  });
}

/** The real server seals what lies uncommitted and stages what undoes a part of it. */
function prefixReset(
  repository: Repository,
  branch: Branch,
  prefix: string,
): Branch {
  const { tree } = repository.commit(branch.commitId);
  const sealed = uncommittedOf(branch);
  const undone = [...sealed.from()]
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path }) => ({ path, entry: tree.get(path) }));
  return { ...branch, sealed, staged: Tree.of<StagedChange>(undone) };
}

/**
 * Moves a branch to another commit; what is staged stays, as on the real server.
 *
 * @throws LakeFsError 400 when a commit or a reset has sealed something, 403, 404
 */
export async function hardResetBranch(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  ref: string,
  force: boolean,
): Promise<void> {
  checkBranchId(name);
  refuseProtected(lakeFs, repository, name, 'protected branch');
  refuseReadOnly(repository, force);
  const { sealed, commitId } = repository.branch(name);
  const left = { id: name, commitId, sealed, staged: NOTHING, hidden: false };
  if (isDirty(repository, left)) throw dirtyBranch().within(name);
  const { id } = await saying(`hard-reset ${name} to ${ref}`, () =>
    resolveCommit(repository, ref),
  );
  repository.putBranch({ ...repository.branch(name), commitId: id });
}
