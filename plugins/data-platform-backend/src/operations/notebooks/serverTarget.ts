import { NotFoundError } from '@backstage/errors';
import { WorkbenchFacts } from '@millrace/backstage-plugin-data-platform-node';
import { IndexedResource } from '../../store/types';
import { PlanContext } from '../definition';
import { Requirement } from '../Requirement';
import { mayOperate, maySee } from '../requirements';

/** A live notebook server that an operation acts on. */
export type LiveServer = IndexedResource & { workbench: WorkbenchFacts };

/**
 * The server that a request names, by the id of its live object or by its entity.
 * @throws NotFoundError
 */
export function serverTarget(
  title: string,
  { request, services }: PlanContext,
): LiveServer {
  const { resourceId, entityRef } = request;
  const found = resourceId
    ? services.index.get(resourceId)
    : entityRef &&
      services.index
        .select({ entityRef }, () => true)
        .find(({ workbench }) => workbench !== undefined);
  if (found && found.workbench) return found as LiveServer;
  throw new NotFoundError(absent(title, resourceId ?? entityRef ?? ''));
}

/** What is asked of who acts on a server; who may not see it is told that there is none. */
export function serverRequirements(
  title: string,
  what: string,
  { row }: LiveServer,
): Requirement[] {
  const { ownerRef, domainOwnerRef, domainRef, nature } = row;
  const on = { ownerRef, domainOwnerRef, domainRef, nature };
  return [maySee(on, absent(title, row.id)), mayOperate(on, what)];
}

function absent(title: string, id: string): string {
  return `${title}: there is no live notebook server "${id}" any more. Reload the page.`;
}
