import { LakefsRefs } from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { LAKEFS, RepositoryAddress, repositoryPath } from './kinds';

/** Branches and tags to choose from, those first whose name begins with `q`. */
export function useRefs(
  address: RepositoryAddress | undefined,
  query: { q?: string; limit?: number } = {},
) {
  return useSystemView<LakefsRefs>(
    address && {
      system: LAKEFS,
      path: repositoryPath(address, 'refs'),
      query,
    },
  );
}
