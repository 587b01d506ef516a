import { LakefsCommitPage } from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { LAKEFS, RepositoryAddress, repositoryPath } from './kinds';

/**
 * A page of the log, newest first.
 * @param ref - a commit rather than a branch, so that a new one is a new question
 */
export function useCommits(
  address: RepositoryAddress,
  query: { ref: string; after?: string; limit: number },
) {
  return useSystemView<LakefsCommitPage>({
    system: LAKEFS,
    path: repositoryPath(address, 'commits'),
    query,
  });
}
