import { LakeFs } from '../LakeFs';
import { badRequest, LakeFsError, notFound } from '../model/LakeFsError';
import { checkTagId, missing } from '../model/nameRules';
import { Repository } from '../model/Repository';
import { resolveRef } from '../refs/resolveRef';
import { refuseReadOnly } from './refusals';

export interface TagCreation {
  id: string;
  ref: string;
  force?: boolean;
}

/** Makes a tag; answers with the id of its commit. It is never moved, force or not. @throws LakeFsError 400, 403, 404, 409, 412 */
export async function createTag(
  lakeFs: LakeFs,
  repository: Repository,
  { id, ref, force }: TagCreation,
): Promise<string> {
  checkTagId(id);
  if (ref === '') throw missing('ref');
  if (repository.branches.has(id)) {
    throw new LakeFsError(409, `branch name ${id}: conflict found`);
  }
  if (repository.commits.has(id)) {
    throw new LakeFsError(409, `commit ID ${id}: conflict found`);
  }
  const { commitId, staging } = resolveRef(repository, ref);
  if (staging) {
    throw badRequest(
      'ref: invalid value: validation error: should point to a commit',
    );
  }
  refuseReadOnly(repository, force);
  refuseExisting(repository, id);
  const record = { sourceRef: commitId, commitId, tag: id };
  await lakeFs.hooks.before('pre-create-tag', repository, record);
  refuseExisting(repository, id);
  repository.putTag(id, commitId);
  lakeFs.hooks.after('post-create-tag', repository, record);
  return commitId;
}

function refuseExisting({ tags }: Repository, id: string): void {
  if (tags.has(id))
    throw new LakeFsError(409, 'tag already exists: not unique');
}

/** @throws LakeFsError 404 */
export function tagCommit({ tags }: Repository, id: string): string {
  checkTagId(id);
  const commitId = tags.get(id);
  if (!commitId) throw notFound('tag not found');
  return commitId;
}

/** @throws LakeFsError 403, 404, 412 */
export async function deleteTag(
  lakeFs: LakeFs,
  repository: Repository,
  id: string,
  force: boolean,
): Promise<void> {
  checkTagId(id);
  refuseReadOnly(repository, force);
  const commitId = tagCommit(repository, id);
  const record = { sourceRef: commitId, commitId, tag: id };
  await lakeFs.hooks.before('pre-delete-tag', repository, record);
  tagCommit(repository, id);
  repository.deleteTag(id);
  lakeFs.hooks.after('post-delete-tag', repository, record);
}
