import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import { branchHref, BranchView } from '../branch/branchHref';

/** Path of the tab, as the extension has it unless app-config says otherwise. */
const TAB = 'branches';

/** Where a branch of a repository is in the portal; undefined while the repository belongs to no entity. */
export function useBranchLink() {
  const link = useRouteRef(entityRouteRef);
  return useCallback(
    (
      repository: Pick<LakefsRepository, 'resource'>,
      branch?: string,
      view?: BranchView,
    ): string | undefined => {
      const { entityRef } = repository.resource;
      if (!link || !entityRef) {
        return undefined;
      }
      const { kind, namespace, name } = parseEntityRef(entityRef);
      const page = link({ kind: kind.toLowerCase(), namespace, name });
      return `${page}/${TAB}${branch ? branchHref(branch, view) : ''}`;
    },
    [link],
  );
}
