import {
  LakefsBranch,
  LakefsObjectPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { addressOf, touchesOf } from '../data/branchAddress';
import { LAKEFS, repositoryPath } from '../data/kinds';

const LIMIT = 100;

/** A page of a folder of a branch as it is now, with what is not committed. */
export function useObjects(
  branch: LakefsBranch,
  place: { prefix: string; after?: string },
) {
  return useSystemView<LakefsObjectPage>({
    system: LAKEFS,
    path: repositoryPath(addressOf(branch), 'objects'),
    query: { ref: branch.name, ...place, limit: LIMIT },
    touches: touchesOf(branch),
  });
}
