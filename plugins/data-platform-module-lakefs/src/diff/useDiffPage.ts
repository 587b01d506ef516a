import {
  LakefsBranch,
  LakefsDiffPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { addressOf, touchesOf } from '../data/branchAddress';
import { LAKEFS, RepositoryAddress, repositoryPath } from '../data/kinds';
import { DiffQuestion } from './DiffQuestion';

/** Objects of a page. */
const LIMIT = 100;

/** A page of the objects below a prefix that differ between two refs. */
export function useDiffPage(
  address: RepositoryAddress,
  question: DiffQuestion,
  place: { prefix: string; after?: string },
) {
  return useSystemView<LakefsDiffPage>({
    system: LAKEFS,
    path: repositoryPath(address, 'diff'),
    query: { ...question, ...place, limit: LIMIT },
  });
}

/** A page of what lies on a branch without being committed. */
export function useUncommitted(branch: LakefsBranch, after?: string) {
  return useSystemView<LakefsDiffPage>({
    system: LAKEFS,
    path: repositoryPath(addressOf(branch), 'uncommitted'),
    query: { branch: branch.name, after, limit: LIMIT },
    touches: touchesOf(branch),
  });
}
