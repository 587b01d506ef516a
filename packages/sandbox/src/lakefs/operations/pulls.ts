import { LakeFs } from '../LakeFs';
import { badRequest, notFound } from '../model/LakeFsError';
import { PullRequest } from '../model/PullRequest';
import { Repository } from '../model/Repository';
import { merge } from './merges';

export interface PullCreation {
  title: string;
  description?: string;
  source_branch: string;
  destination_branch: string;
}

export type PullChange = Partial<
  Pick<PullRequest, 'title' | 'description' | 'status'>
>;

/** Opens a pull request; several for the same branches are fine. @throws LakeFsError 400, 404 */
export function createPull(
  lakeFs: LakeFs,
  repository: Repository,
  creation: PullCreation,
): PullRequest {
  const { source_branch: source, destination_branch: destination } = creation;
  if (source === destination) {
    throw badRequest(
      'source and destination branches are the same: same branch validation error',
    );
  }
  repository.branch(source);
  repository.branch(destination);
  const pull: PullRequest = {
    id: lakeFs.ids.latestFirst(),
    title: creation.title,
    description: creation.description ?? '',
    status: 'open',
    author: lakeFs.user,
    createdAt: lakeFs.clock.now(),
    source,
    destination,
  };
  repository.putPull(pull);
  return pull;
}

/** @throws LakeFsError 400 for what is no id, 404 */
export function pullOf(repository: Repository, id: string): PullRequest {
  if (!/^[0-9a-v]{20}$/.test(id)) {
    throw badRequest(
      'argument pullRequestID: pull request id: invalid value: validation error',
    );
  }
  const pull = repository.pulls.get(id);
  if (!pull) throw notFound('pull request not found');
  return pull;
}

/** Changes a pull request; any status may follow any other, as on the real server. @throws LakeFsError 400, 404 */
export function changePull(
  lakeFs: LakeFs,
  repository: Repository,
  id: string,
  change: PullChange,
): void {
  const pull = pullOf(repository, id);
  const ends = change.status !== undefined && change.status !== 'open';
  repository.putPull({
    ...pull,
    ...change,
    ...(ends && { closedAt: lakeFs.clock.now() }),
  });
}

/** Merges a pull request; answers with the commit. @throws LakeFsError 400, 404, 409, 412 */
export async function mergePull(
  lakeFs: LakeFs,
  repository: Repository,
  id: string,
): Promise<string> {
  const { status, source, destination } = pullOf(repository, id);
  if (status !== 'open') throw badRequest('bad pull request status');
  const reference = await merge(lakeFs, repository, source, destination, {});
  repository.putPull({
    ...pullOf(repository, id),
    status: 'merged',
    closedAt: lakeFs.clock.now(),
    mergedCommitId: reference,
  });
  return reference;
}
