import { useMemo, useState } from 'react';
import { LakefsDiffGroups } from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { LAKEFS, RepositoryAddress, repositoryPath } from '../data/kinds';
import { DiffQuestion } from './DiffQuestion';
import { mergeGroups, ReadGroups } from './mergeGroups';

interface Place {
  key: string;
  before?: ReadGroups;
  after?: string;
}

/** The tables that differ between two refs, as far as they were counted; goes on from there on demand. */
export function useDiffGroups(
  address: RepositoryAddress,
  question: DiffQuestion | undefined,
) {
  const key = JSON.stringify([address, question]);
  const [kept, setPlace] = useState<Place>({ key });
  // Another question begins at its beginning.
  const place = kept.key === key ? kept : { key };
  const view = useSystemView<LakefsDiffGroups>(
    question && {
      system: LAKEFS,
      path: repositoryPath(address, 'diff-groups'),
      query: { ...question, after: place.after },
    },
  );
  const part = view.value;
  const { before } = place;
  const groups = useMemo(
    () => (part ? mergeGroups(before, part) : before),
    [before, part],
  );
  return {
    groups,
    error: view.error,
    loading: view.loading,
    refresh: view.refresh,
    goOn: () =>
      part?.next && setPlace({ key, before: groups, after: part.next }),
  };
}
