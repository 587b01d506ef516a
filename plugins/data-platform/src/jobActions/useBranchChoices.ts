import { useMemo } from 'react';
import { LakefsBranchPage } from '@millrace/backstage-plugin-data-platform-common';
import {
  useLastValue,
  useSources,
  useSystemView,
} from '@millrace/backstage-plugin-data-platform-react';
import { BranchChoice, branchChoice } from './branchChoice';

const LAKEFS = 'lakefs';
/** Of thousands of branches those that match are found by typing on. */
const MOST = 20;

/**
 * Branches of a domain that may be written, by a part of their name or purpose; while others are looked for, the last ones.
 * Undefined while none are known, and where there is nobody to ask: no lakeFS is configured, or it cannot be read.
 */
export function useBranchChoices(
  domainRef: string | undefined,
  q: string,
): { choices: BranchChoice[] | undefined; loading: boolean } {
  const sources = useSources();
  const configured = sources.value?.items.some(({ type }) => type === LAKEFS);
  const read = useSystemView<LakefsBranchPage>(
    configured && domainRef
      ? {
          system: LAKEFS,
          path: 'branches',
          query: { domainRef, protected: 'no', q, sort: 'name', limit: MOST },
        }
      : undefined,
  );
  const page = useLastValue(read.value);
  const choices = useMemo(() => page?.items.map(branchChoice), [page]);
  return { choices, loading: read.loading };
}
