import { stringifyEntityRef } from '@backstage/catalog-model';
import { TYPE_NOTEBOOK_SERVER } from '@millrace/backstage-plugin-data-platform-common';
import { EntityStore } from '../../entities/types';
import { EntityDirectory } from '../../join/types';
import { entityNames, ObjectIdentity, objectKey } from './entityNames';
import { NotebookEntityParts, notebookEntityParts } from './notebookEntity';

/** The entity that a live object has, or could have. */
export interface EntityChoice {
  entityRef: string;
  /** What is stored for this object under this ref. */
  stored?: NotebookEntityParts;
}

/**
 * The entity that stands for a live object, wherever it is stored already; else the best name that nobody else has.
 * @param taken - refs that turned out to belong to something else meanwhile
 */
export async function freeEntityRef(
  identity: ObjectIdentity,
  services: {
    store: Pick<EntityStore, 'get'>;
    directory: Pick<EntityDirectory, 'get'>;
  },
  taken: ReadonlySet<string> = new Set(),
): Promise<EntityChoice> {
  const refs = entityNames(identity).map(name =>
    stringifyEntityRef({ kind: 'resource', namespace: 'default', name }),
  );
  const free: string[] = [];
  for (const entityRef of refs) {
    const entity = await services.store.get(entityRef);
    const stored = entity && notebookEntityParts(entity, entityRef);
    if (stored && objectKey(stored.identity) === objectKey(identity)) {
      return { entityRef, stored };
    }
    const foreign = services.directory.get(entityRef);
    const another = foreign && foreign.type !== TYPE_NOTEBOOK_SERVER;
    if (!entity && !another && !taken.has(entityRef)) free.push(entityRef);
  }
  // The last one has a hash of the object in it: it is its own, whatever else is there.
  return { entityRef: free[0] ?? refs[refs.length - 1] };
}
