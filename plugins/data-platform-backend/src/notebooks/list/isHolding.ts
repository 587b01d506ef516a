import { WorkbenchFacts } from '@millrace/backstage-plugin-data-platform-node';
import { IndexedResource, ResourceIndex } from '../../store/types';

/**
 * Whether a server holds what it asks for. One that runs or is on its way out does; one that crashes does as well, as long
 * as its pod stands on a node.
 */
export function isHolding(
  { row }: IndexedResource,
  { state }: WorkbenchFacts,
  index: Pick<ResourceIndex, 'context'>,
): boolean {
  switch (state) {
    case 'running':
    case 'stopping':
      return true;
    case 'stopped':
      return false;
    default: {
      const pods = index.context(row.id)?.pods ?? [];
      return pods.some(({ node }) => node !== undefined);
    }
  }
}
