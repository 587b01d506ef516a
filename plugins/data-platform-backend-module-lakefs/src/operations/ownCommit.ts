import { LakefsClient } from '../client/LakefsClient';
import { Commit } from '../client/types';
import { META_TASK } from '../model/metadataKeys';

/** Commits of a branch that are looked through for one of ours. */
const LOOKED_AT = 100;

/** The commit that an operation has made on a branch already: an earlier try whose answer was lost. */
export async function ownCommit(
  client: LakefsClient,
  where: { repository: string; branch: string; operationId: string },
  signal: AbortSignal,
): Promise<Commit | undefined> {
  const { results } = await client.log(where.repository, where.branch, {
    signal,
    firstParent: true,
    amount: LOOKED_AT,
  });
  return results.find(
    ({ metadata }) => metadata?.[META_TASK] === where.operationId,
  );
}
