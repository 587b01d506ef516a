import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataBranchRef,
  PlannedWrite,
} from '@millrace/backstage-plugin-data-platform-node';
import { runKey } from '../../../history/RunBranches';
import { PlanContext } from '../../definition';
import { branchTarget, PlannedBranch } from './branchTarget';

/**
 * What is made from a run that was started on a data branch is on it too, for its settings are the same: so the branch
 * must still be there, and still be one that may be written.
 */
export async function onSameBranch(
  row: PlatformResource,
  writes: readonly PlannedWrite[],
  context: PlanContext,
): Promise<(PlannedBranch & { branch: DataBranchRef }) | undefined> {
  if (row.nature !== 'run') return undefined;
  if (!writes.some(({ verb }) => verb === 'create')) return undefined;
  const known = await context.services.runBranches.of([row]);
  const branch = known.get(runKey(row));
  if (!branch) return undefined;
  const { source, namespace = '', domainRef } = row;
  const place = { source, namespace, domainRef };
  return { branch, ...(await branchTarget(branch, place, context)) };
}
