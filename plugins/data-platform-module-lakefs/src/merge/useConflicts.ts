import {
  LakefsBranch,
  LakefsConflictPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { addressOf } from '../data/branchAddress';
import { LAKEFS, repositoryPath } from '../data/kinds';

const LIMIT = 50;

/** A page of what would conflict if a branch were merged into another. */
export function useConflicts(
  branch: LakefsBranch,
  destination: string,
  after?: string,
) {
  return useSystemView<LakefsConflictPage>({
    system: LAKEFS,
    path: repositoryPath(addressOf(branch), 'conflicts'),
    query: { source: branch.head, destination, after, limit: LIMIT },
  });
}
