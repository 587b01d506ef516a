import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { IndexedObject } from '@millrace/backstage-plugin-data-platform-node';
import { BranchObject, BranchStatus } from '../model/objects';

/** A branch as lists show it: the row, and what it stands for in numbers. Times are epoch milliseconds. */
export interface BranchView {
  resource: PlatformResource;
  name: string;
  repository: string;
  parent?: string;
  owner?: string;
  purpose?: string;
  expiresAt?: number;
  createdBy?: string;
  createdAt?: number;
  protectedBy?: string;
  head: string;
  lastCommit?: BranchStatus['commit'];
  ahead?: { n: number; more: boolean };
  behind?: { n: number; more: boolean };
  changes?: { n: number; more: boolean };
  conflicts?: { n: number; more: boolean; paths: readonly string[] };
  uncommitted?: BranchStatus['uncommitted'];
  failure?: BranchStatus['failure'];
  droppedActions?: readonly string[];
  brokenActions?: readonly { path: string; problem: string }[];
}

export function branchView({ row, object }: IndexedObject): BranchView {
  const { spec, status } = object as BranchObject;
  const { staleMs: _stale, uiUrl: _ui, ...purpose } = spec;
  const { insight } = status;
  return {
    resource: row,
    name: row.name,
    repository: row.namespace ?? '',
    ...purpose,
    head: status.head,
    ...(status.commit && { lastCommit: status.commit }),
    ...(insight &&
      spec.parent && {
        ahead: insight.ahead,
        behind: insight.behind,
        changes: insight.changes,
        conflicts: insight.conflicts,
        droppedActions: insight.actions.dropped,
        brokenActions: insight.actions.broken,
      }),
    ...(status.uncommitted && { uncommitted: status.uncommitted }),
    ...(status.failure && { failure: status.failure }),
  };
}
