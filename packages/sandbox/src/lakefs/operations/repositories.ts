import { setTimeout as pause } from 'node:timers/promises';
import { LakeFs } from '../LakeFs';
import { makeCommit } from '../model/Commit';
import { badRequest, LakeFsError, notFound } from '../model/LakeFsError';
import { checkRepositoryId } from '../model/nameRules';
import { Repository } from '../model/Repository';
import { Tree } from '../tree/Tree';
import { refuseReadOnly } from './refusals';

export interface RepositoryCreation {
  name: string;
  storage_namespace: string;
  default_branch?: string;
  read_only?: boolean;
  sample_data?: boolean;
  /** Without branch and commit: for a restore. */
  bare?: boolean;
}

/**
 * Makes a repository; its first commit and default branch with it.
 *
 * @param at milliseconds since the epoch
 * @throws LakeFsError 400, 409
 */
export function createRepository(
  lakeFs: LakeFs,
  creation: RepositoryCreation,
  at = lakeFs.clock.now(),
): Repository {
  const { name, storage_namespace: storageNamespace } = creation;
  if (!storageNamespace.startsWith('local://')) {
    throw badRequest(
      'failed to match required regex ^local://: invalid namespace',
    );
  }
  if (lakeFs.repositories.has(name)) {
    throw new LakeFsError(409, 'error creating repository: not unique');
  }
  if (lakeFs.usedNamespaces.has(storageNamespace)) {
    throw badRequest(
      `failed to create repository: found lakeFS objects in the storage (:${storageNamespace}) key(_lakefs/dummy): storage namespace already in use`,
    );
  }
  const info = {
    id: name,
    storageNamespace,
    defaultBranch: creation.default_branch || 'main',
    creationDate: Math.floor(at / 1000),
    readOnly: creation.read_only ?? false,
  };
  const repository = new Repository(info, lakeFs.changed);
  lakeFs.usedNamespaces.add(storageNamespace);
  lakeFs.repositories.set(name, repository);
  repository.putSettings(repository.settings);
  if (!creation.bare) {
    const first = repository.addCommit(
      makeCommit({
        committer: '',
        message: 'Repository created',
        creationDate: at,
        generation: 1,
        metadata: {},
        parents: [],
        metaRangeId: '',
        tree: Tree.empty(),
      }),
    );
    repository.makeBranch(info.defaultBranch, first.id);
  }
  return repository;
}

/** How long it is in deletion: the real server removes what belongs to it first. */
const DELETION_MS = 5;

/** Removes a repository; its storage namespace stays used. @throws LakeFsError 400, 403, 404 */
export async function deleteRepository(
  lakeFs: LakeFs,
  id: string,
  force: boolean,
): Promise<void> {
  checkRepositoryId(id);
  const repository = lakeFs.repositories.get(id);
  if (!repository) throw notFound('repository not found');
  refuseReadOnly(repository, force);
  lakeFs.deleting.add(repository);
  await pause(DELETION_MS);
  if (!lakeFs.deleting.delete(repository)) return;
  lakeFs.repositories.delete(id);
  lakeFs.protectedBranches.forget(repository);
  lakeFs.changed(repository, { kind: 'repository', id });
}
