import { OperationEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { IndexedResource, ResourceIndex } from '../../store/types';

/** What of an object's evidence its operations may lean on: its pods, and its claims with who else mounts them. */
export function operationEvidence(
  { row }: IndexedResource,
  index: Pick<ResourceIndex, 'context' | 'claimUsers'>,
): OperationEvidence {
  const { pods = [], claims = [] } = index.context(row.id) ?? {};
  return {
    pods,
    claims: claims.map(claim => ({
      ...claim,
      sharedWith: index
        .claimUsers(row.source, claim.namespace, claim.name)
        .filter(user => user.row.id !== row.id)
        .map(user => `${user.row.kind} ${user.row.name}`),
    })),
  };
}
