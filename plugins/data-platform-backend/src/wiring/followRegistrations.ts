import { LoggerService } from '@backstage/backend-plugin-api';
import { EntityStore } from '../entities/types';
import { EntityDirectory } from '../join/types';

/** Tells the directory of registrations as they happen, so that a job has its page before the catalog serves it. */
export function followRegistrations(parts: {
  entityStore: EntityStore;
  entities: EntityDirectory;
  logger: LoggerService;
  signal: AbortSignal;
}): void {
  const { entityStore, entities, logger, signal } = parts;
  const stop = entityStore.subscribe(({ entityRef, entity }) => {
    if (entity) entities.upsert(entity);
    else entities.remove(entityRef);
  });
  signal.addEventListener('abort', stop, { once: true });
  entityStore.all().then(
    known => known.forEach(entity => entities.upsert(entity)),
    error =>
      logger.warn(
        `Registered entities could not be read at the start; they are known once the catalog serves them: ${error}`,
      ),
  );
}
