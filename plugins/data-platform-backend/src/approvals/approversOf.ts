import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { EntityDirectory } from '../join/types';

/**
 * Who answers for a live object: the owner of the product that it belongs to, else of its domain. What belongs to
 * neither has nobody but the administrators of the platform.
 */
export function approversOf(
  row: Pick<PlatformResource, 'productRef' | 'domainRef'>,
  directory: Pick<EntityDirectory, 'get'>,
): readonly string[] {
  for (const ref of [row.productRef, row.domainRef]) {
    const owner = ref && directory.get(ref)?.ownerRef;
    if (owner) return [owner];
  }
  return [];
}
