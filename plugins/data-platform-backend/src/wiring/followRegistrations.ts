import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_OBJECT } from '@millrace/backstage-plugin-data-platform-common';
import { EntityStore } from '../entities/types';
import { EntityDirectory } from '../join/types';

/**
 * Tells the directory of registrations as they happen, so that a job has its page before the catalog serves it. Not of
 * entities that stand for live objects: there may be thousands of them, and the index knows them by itself.
 */
export function followRegistrations(parts: {
  entityStore: EntityStore;
  entities: EntityDirectory;
  logger: LoggerService;
  signal: AbortSignal;
}): void {
  const { entityStore, entities, logger, signal } = parts;
  const stop = entityStore.subscribe(({ entityRef, entity }) => {
    if (entity && !isLive(entity)) entities.upsert(entity);
    else if (!entity) entities.remove(entityRef);
  });
  signal.addEventListener('abort', stop, { once: true });
  entityStore.all().then(
    known =>
      known
        .filter(entity => !isLive(entity))
        .forEach(entity => entities.upsert(entity)),
    error =>
      logger.warn(
        `Registered entities could not be read at the start; they are known once the catalog serves them: ${error}`,
      ),
  );
}

function isLive({ metadata }: Entity): boolean {
  return metadata.annotations?.[ANNOTATION_OBJECT] !== undefined;
}
