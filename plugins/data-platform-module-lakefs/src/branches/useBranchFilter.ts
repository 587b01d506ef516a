import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { BranchFilter, branchFilterOf, withBranchFilter } from './BranchFilter';

/** The filter of the list of branches, kept in the URL. A change of what is listed goes back to page 1. */
export function useBranchFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => branchFilterOf(params), [params]);
  const change = useCallback(
    (patch: Partial<BranchFilter>) =>
      setParams(
        before =>
          withBranchFilter(before, {
            ...branchFilterOf(before),
            page: 1,
            ...patch,
          }),
        { replace: true },
      ),
    [setParams],
  );
  return { filter, change };
}
