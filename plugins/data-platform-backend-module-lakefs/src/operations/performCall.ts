import {
  CallContext,
  CallResult,
  SystemCall,
} from '@millrace/backstage-plugin-data-platform-node';
import { CallParts, Performer } from './CallParts';
import {
  performBranchCreate,
  performBranchDelete,
  performBranchRestore,
  performBranchSet,
  performDiscard,
} from './performBranch';
import {
  performCommit,
  performMerge,
  performRevert,
  performTag,
} from './performCommit';

const PERFORMERS: ReadonlyMap<string, Performer<any>> = new Map<
  string,
  Performer<any>
>([
  ['branch-create', performBranchCreate],
  ['branch-delete', performBranchDelete],
  ['branch-restore', performBranchRestore],
  ['branch-set', performBranchSet],
  ['discard', performDiscard],
  ['commit', performCommit],
  ['merge', performMerge],
  ['revert', performRevert],
  ['tag', performTag],
]);

/** Carries out one call of a plan. @throws LakefsError, ConflictError, SourceFault */
export async function performCall(
  call: SystemCall,
  context: CallContext,
  parts: CallParts,
): Promise<CallResult> {
  const perform = PERFORMERS.get(call.action);
  if (!perform) throw new Error(`lakeFS knows no call ${call.action}`);
  return perform(call.values, context, parts);
}
