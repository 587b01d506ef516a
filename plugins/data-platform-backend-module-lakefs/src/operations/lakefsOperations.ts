import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { LakefsSource } from '../LakefsSource';
import { BranchRecords } from '../records/BranchRecords';
import { branchCommit } from './branchCommit';
import { branchCreate } from './branchCreate';
import { branchDelete } from './branchDelete';
import { branchDiscard } from './branchDiscard';
import { branchMerge } from './branchMerge';
import { branchRestore } from './branchRestore';
import { branchSet } from './branchSet';
import { commitRevert } from './commitRevert';
import { tagCreate } from './tagCreate';

/** All that people can do with data branches. */
export function lakefsOperations(
  sources: readonly LakefsSource[],
  records: BranchRecords,
): readonly SystemOperation<any>[] {
  return [
    branchCreate(sources),
    branchCommit(sources),
    branchMerge(sources),
    branchDiscard(sources),
    branchSet(sources),
    commitRevert(sources),
    tagCreate(sources),
    branchDelete(sources),
    branchRestore(sources, records),
  ];
}
