import { useState } from 'react';
import {
  RunQuery,
  useRuns,
} from '@millrace/backstage-plugin-data-platform-react';

/** One page of the runs that a query selects, and the way to older and newer ones. */
export function useRunPage(query: RunQuery) {
  const key = JSON.stringify(query);
  const [place, setPlace] = useState<{ key: string; befores: string[] }>({
    key,
    befores: [],
  });
  // Another query begins with its newest runs.
  const befores = place.key === key ? place.befores : [];
  const before = befores.at(-1);
  const runs = useRuns({ ...query, before });
  const next = runs.value?.nextBefore;
  return {
    runs,
    page: befores.length + 1,
    older: next
      ? () => setPlace({ key, befores: [...befores, next] })
      : undefined,
    newer:
      befores.length > 0
        ? () => setPlace({ key, befores: befores.slice(0, -1) })
        : undefined,
  };
}
