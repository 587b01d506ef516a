import {
  LakefsBranch,
  LakefsBranchDetail,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  IndexedObject,
  SystemViewer,
} from '@millrace/backstage-plugin-data-platform-node';
import { BranchObject, BranchSpec } from '../model/objects';

/** A branch as lists show it: the row, and what it stands for in numbers. */
export function branchView({ row, object }: IndexedObject): LakefsBranch {
  const { spec, status } = object as BranchObject;
  const { insight } = status;
  return {
    resource: row,
    source: row.source,
    name: row.name,
    repository: row.namespace ?? '',
    ...purposeOf(spec),
    head: status.head,
    ...(status.commit && { lastCommit: status.commit }),
    ...(insight &&
      spec.parent && {
        ahead: insight.ahead,
        behind: insight.behind,
        changes: insight.changes,
        conflicts: insight.conflicts,
        droppedActions: insight.actions.dropped,
        changedActions: insight.actions.changed,
        brokenActions: insight.actions.broken,
      }),
    ...(status.uncommitted && { uncommitted: status.uncommitted }),
    ...(status.failure && { failure: status.failure }),
  };
}

/** One branch with its verdict. */
export function branchDetail(
  indexed: IndexedObject,
  viewer: SystemViewer,
): LakefsBranchDetail {
  return {
    ...branchView(indexed),
    assessment: indexed.assessment,
    mayOperate: viewer.mayOperate(indexed.row),
  };
}

/** How long until it counts as stale is in the verdict already. */
function purposeOf({ staleMs: _stale, ...purpose }: BranchSpec) {
  return purpose;
}
