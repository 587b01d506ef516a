import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_REPOSITORY,
  ANNOTATION_SOURCE,
} from '@millrace/backstage-plugin-data-platform-common';
import { useRepositories } from './useRepositories';

/** The repository of the entity page that this is on: what the entity claims, and what the portal knows. */
export function useRepositoryEntity() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value, ...read } = useRepositories({ entityRef });
  const annotations = entity.metadata.annotations ?? {};
  return {
    entityRef,
    title: entity.metadata.title ?? entity.metadata.name,
    /** Server and repository as the entity names them; either may be missing. */
    claimed: {
      source: annotations[ANNOTATION_SOURCE],
      repository: annotations[ANNOTATION_REPOSITORY],
    },
    /** Undefined while it is read, and where the portal knows none. */
    repository: value?.items[0],
    /** It was read, and there is none. */
    unknown: value !== undefined && value.items.length === 0,
    ...read,
  };
}
