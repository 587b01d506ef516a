import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useJob } from '@millrace/backstage-plugin-data-platform-react';

/** The job of the entity page that this is on: its names and its live state. */
export function useJobEntity() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return {
    entityRef,
    title: entity.metadata.title ?? entity.metadata.name,
    job: useJob(entityRef),
  };
}
