import {
  LakefsBranch,
  LakefsCheckPage,
  LakefsCheckRun,
} from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { addressOf, touchesOf } from '../data/branchAddress';
import { LAKEFS, RepositoryAddress, repositoryPath } from '../data/kinds';

const LIMIT = 20;

/** Runs of actions of a branch, newest first. */
export function useChecks(branch: LakefsBranch, after?: string) {
  return useSystemView<LakefsCheckPage>({
    system: LAKEFS,
    path: repositoryPath(addressOf(branch), 'checks'),
    query: { branch: branch.name, after, limit: LIMIT },
    touches: touchesOf(branch),
  });
}

/** The hooks of a run with what they said; read once, for a run is listed only when it has ended. */
export function useCheckRun(
  address: RepositoryAddress,
  run: string | undefined,
) {
  return useSystemView<LakefsCheckRun>(
    run === undefined
      ? undefined
      : {
          system: LAKEFS,
          path: repositoryPath(address, `checks/${run}`),
        },
  );
}
