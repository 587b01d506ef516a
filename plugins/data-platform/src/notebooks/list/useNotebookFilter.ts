import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  NotebookFilter,
  notebookFilterOf,
  withNotebookFilter,
} from './NotebookFilter';

/** The filter of the list of notebook servers, kept in the URL. A change of what is listed goes back to page 1. */
export function useNotebookFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => notebookFilterOf(params), [params]);
  const change = useCallback(
    (patch: Partial<NotebookFilter>) =>
      setParams(
        before =>
          withNotebookFilter(before, {
            ...notebookFilterOf(before),
            page: 1,
            ...patch,
          }),
        { replace: true },
      ),
    [setParams],
  );
  return { filter, change };
}
