import { LakefsBranchPage } from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { KIND_BRANCH, LAKEFS, RepositoryAddress } from './kinds';

/** What GET /v1/lakefs/branches can be asked for, within a repository. */
export interface BranchQuery {
  /** Exactly this one. */
  name?: string;
  q?: string;
  /** Healths, separated by commas. */
  health?: string;
  /** Reasons of the verdict, separated by commas. */
  reason?: string;
  /** Entity refs, separated by commas. */
  owner?: string;
  protected?: 'yes' | 'no';
  /** Those that expire within so many hours, and those that have. */
  expiresWithinHours?: number;
  sort?: string;
  order?: 'asc' | 'desc';
  limit?: number;
  offset?: number;
}

/** One page of the branches of a repository, live. */
export function useBranches(
  address: RepositoryAddress | undefined,
  query: BranchQuery,
) {
  return useSystemView<LakefsBranchPage>(
    address && {
      system: LAKEFS,
      path: 'branches',
      query: {
        source: address.source,
        repository: address.repository,
        ...query,
      },
      touches: {
        kind: KIND_BRANCH,
        source: address.source,
        namespace: address.repository,
        name: query.name,
      },
    },
  );
}
