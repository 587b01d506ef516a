import { KnownEntity } from '../join/types';
import { VisibilityFilter } from '../permissions/platformResourceRef';

/** Whether any live object of the entity could be shown to the viewer. */
export function mayKnow(
  { ownerRef, domainRef }: KnownEntity,
  allows: VisibilityFilter,
): boolean {
  return (
    allows({ ownerRef, domainRef, nature: 'run' }) ||
    allows({ ownerRef, domainRef, nature: 'schedule' })
  );
}
