import { LakefsPreview } from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { LAKEFS, RepositoryAddress, repositoryPath } from '../data/kinds';

/** What can be seen of an object on a ref; read once. */
export function usePreview(
  address: RepositoryAddress,
  query: { ref: string; path: string },
) {
  return useSystemView<LakefsPreview>({
    system: LAKEFS,
    path: repositoryPath(address, 'preview'),
    query,
  });
}
