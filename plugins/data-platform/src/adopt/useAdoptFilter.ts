import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What of the unadopted is shown. */
export interface AdoptFilter {
  q?: string;
  source?: string;
  domainRef?: string;
}

/** The filter of the page, kept in the URL. */
export function useAdoptFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo<AdoptFilter>(
    () => ({
      q: params.get('q') ?? undefined,
      source: params.get('cluster') ?? undefined,
      domainRef: params.get('domain') ?? undefined,
    }),
    [params],
  );
  const change = useCallback(
    (patch: Partial<AdoptFilter>) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          const names = { q: 'q', source: 'cluster', domainRef: 'domain' };
          for (const [key, value] of Object.entries(patch)) {
            const name = names[key as keyof AdoptFilter];
            if (value) {
              after.set(name, value);
            } else {
              after.delete(name);
            }
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { filter, change };
}
