import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { filterOf, ResourceFilter, withFilter } from './ResourceFilter';

/** The overview's filter, kept in the URL. A change of what is listed goes back to page 1. */
export function useResourceFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => filterOf(params), [params]);
  const change = useCallback(
    (patch: Partial<ResourceFilter>) =>
      setParams(
        before =>
          withFilter(before, { ...filterOf(before), page: 1, ...patch }),
        { replace: true },
      ),
    [setParams],
  );
  return { filter, change };
}
