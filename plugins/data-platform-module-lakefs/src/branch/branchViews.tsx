import { ComponentType, lazy } from 'react';
import {
  LakefsBranch,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';
import { BranchView } from './branchHref';

/** What every view of a branch is given. */
export interface BranchViewProps {
  branch: LakefsBranch;
  /** What can be done with it; none while that is not known. */
  operations: readonly OperationAvailability[];
}

/** Views of a branch, each loaded when it is opened. */
export const VIEW_COMPONENTS: Readonly<
  Record<BranchView, ComponentType<BranchViewProps>>
> = {
  overview: lazy(() =>
    import('./BranchOverview').then(m => ({ default: m.BranchOverview })),
  ),
  diff: lazy(() =>
    import('../diff/BranchDiff').then(m => ({ default: m.BranchDiff })),
  ),
  conflicts: lazy(() =>
    import('../merge/BranchConflicts').then(m => ({
      default: m.BranchConflicts,
    })),
  ),
  checks: lazy(() =>
    import('../checks/BranchChecks').then(m => ({ default: m.BranchChecks })),
  ),
  commits: lazy(() =>
    import('./BranchCommits').then(m => ({ default: m.BranchCommits })),
  ),
  objects: lazy(() =>
    import('../objects/BranchObjects').then(m => ({
      default: m.BranchObjects,
    })),
  ),
  runs: lazy(() =>
    import('./BranchRuns').then(m => ({ default: m.BranchRuns })),
  ),
};

/** Words on the tabs, with what there is to see behind them where that is known. */
export function viewTitle(view: BranchView, branch: LakefsBranch): string {
  switch (view) {
    case 'overview':
      return 'Overview';
    case 'diff':
      return counted('Diff', branch.changes);
    case 'conflicts':
      return counted('Conflicts', branch.conflicts);
    case 'checks':
      return 'Checks';
    case 'commits':
      return 'Commits';
    case 'objects':
      return 'Objects';
    default:
      return 'Runs';
  }
}

function counted(
  title: string,
  count: { n: number; more: boolean } | undefined,
): string {
  return count && count.n > 0
    ? `${title} (${count.n}${count.more ? '+' : ''})`
    : title;
}
