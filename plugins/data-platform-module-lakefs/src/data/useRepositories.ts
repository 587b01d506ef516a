import { LakefsRepositoryPage } from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { KIND_REPOSITORY, LAKEFS } from './kinds';

/** Repositories that the person may see; with `entityRef` the one of an entity. Asks nobody for null. */
export function useRepositories(
  query: { entityRef?: string; productRef?: string } | null = {},
) {
  return useSystemView<LakefsRepositoryPage>(
    query
      ? {
          system: LAKEFS,
          path: 'repositories',
          query: { ...query },
          touches: { kind: KIND_REPOSITORY },
        }
      : undefined,
  );
}
