import { LakefsDeletedBranchPage } from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import {
  KIND_BRANCH,
  LAKEFS,
  RepositoryAddress,
  repositoryPath,
} from './kinds';

/** Deleted branches that can be restored, the latest first, from the portal's own record. */
export function useDeletedBranches(
  address: RepositoryAddress,
  query: { q?: string; limit: number; offset?: number },
) {
  const { source, repository } = address;
  return useSystemView<LakefsDeletedBranchPage>({
    system: LAKEFS,
    path: repositoryPath(address, 'deleted'),
    query,
    // A branch that goes, or comes back, changes the list.
    touches: { kind: KIND_BRANCH, source, namespace: repository },
  });
}
