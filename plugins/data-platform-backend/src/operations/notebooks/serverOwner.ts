import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { PlanContext } from '../definition';
import { errorAt } from '../findings';
import { NotebookInput } from './notebookInput';

/** Whose the server will be: who makes it, unless it is made for a group. */
export function ownerOfServer(
  { owner }: Pick<NotebookInput, 'owner'>,
  { actor }: Pick<PlanContext, 'actor'>,
): string {
  return owner ?? actor.userRef;
}

/** A server is made for oneself or for a group one is in: what it holds and costs is laid at the owner's door. */
export async function ownerFindings(
  owner: string,
  { actor, services, credentials }: PlanContext,
): Promise<Finding[]> {
  const own = [actor.userRef, ...actor.groups, ...actor.ownershipRefs];
  if (!own.includes(owner)) {
    return [
      errorAt(
        'owner',
        `You do not belong to ${owner}.`,
        'Leave the owner out, or choose a group of yours.',
      ),
    ];
  }
  if (owner === actor.userRef) return [];
  const missing = await services.catalog.missing([owner], credentials);
  return missing.map(ref =>
    errorAt(
      'owner',
      `${ref} is not in the catalog.`,
      'Choose an existing group.',
    ),
  );
}
