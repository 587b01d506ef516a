import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  DataPlatformError,
  useNotebook,
} from '@millrace/backstage-plugin-data-platform-react';

/** The notebook server of the entity page that this is on: its names and its live state. */
export function useNotebookEntity() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value, ...notebook } = useNotebook(entityRef);
  // What was known of it before says nothing once the object is gone.
  const gone =
    notebook.error instanceof DataPlatformError &&
    notebook.error.status === 404;
  return {
    entityRef,
    title: entity.metadata.title ?? entity.metadata.name,
    gone,
    notebook: { ...notebook, value: gone ? undefined : value },
  };
}
