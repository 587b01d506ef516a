import { LakeFs } from '../LakeFs';
import { LakeFsError } from '../model/LakeFsError';
import { Repository } from '../model/Repository';

/** @throws LakeFsError 403 */
export function refuseReadOnly({ info }: Repository, force = false): void {
  if (info.readOnly && !force) {
    throw new LakeFsError(403, 'read-only repository');
  }
}

/** @throws LakeFsError 403 when a rule keeps people from writing to the branch */
export function refuseProtected(
  lakeFs: LakeFs,
  repository: Repository,
  branch: string,
  message = 'cannot write to protected branch',
): void {
  if (lakeFs.protectedBranches.has(repository, branch)) {
    throw new LakeFsError(403, message);
  }
}

export const dirtyBranch = () =>
  new LakeFsError(400, 'uncommitted changes (dirty branch)');

export const noChanges = () => new LakeFsError(400, 'no changes');

export const conflictFound = () => new LakeFsError(409, 'conflict found');

/** What the key-value store says when a branch changed between reading and writing it. */
export const predicateFailed = () => new LakeFsError(500, 'predicate failed');
