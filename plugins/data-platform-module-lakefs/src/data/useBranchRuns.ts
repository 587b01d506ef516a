import { RunPage } from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { LAKEFS } from './kinds';

/**
 * Runs that were started on a branch, newest first.
 * @param id - of the branch's row
 */
export function useBranchRuns(
  id: string,
  query: { before?: string; limit: number },
) {
  return useSystemView<RunPage>({
    system: LAKEFS,
    path: `branches/${id}/runs`,
    query,
  });
}
