import { LakefsHistory } from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { LAKEFS } from './kinds';

/** What changed the branches that count, of all repositories of a product, newest first. Asks the server. */
export function useHistory(query: { productRef: string; limit: number }) {
  return useSystemView<LakefsHistory>({
    system: LAKEFS,
    path: 'history',
    query,
  });
}
