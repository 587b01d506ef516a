import { NotebookVolume } from '@millrace/backstage-plugin-data-platform-common';
import {
  ClaimEvidence,
  WorkbenchFacts,
} from '@millrace/backstage-plugin-data-platform-node';

/**
 * The volumes of a server with what is known of their claims.
 * @param sharedWith - names of other servers that mount a claim
 */
export function notebookVolumes(
  { volumes }: Pick<WorkbenchFacts, 'volumes'>,
  claims: readonly ClaimEvidence[],
  sharedWith: (claim: string) => readonly string[],
): NotebookVolume[] {
  const byName = new Map(claims.map(each => [each.name, each]));
  return volumes.map(({ claim, mountPath, role }) => {
    const known = byName.get(claim);
    const size = known?.capacity ?? known?.requested;
    return {
      claim,
      role,
      ...(mountPath && { mountPath }),
      ...(known && {
        phase: known.phase,
        accessModes: [...known.accessModes],
      }),
      ...(known?.storageClass && { storageClass: known.storageClass }),
      ...(size && { size }),
      sharedWith: [...sharedWith(claim)].sort(),
    };
  });
}
