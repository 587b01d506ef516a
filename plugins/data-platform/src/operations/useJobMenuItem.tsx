import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  useJob,
  useOperationDialog,
} from '@millrace/backstage-plugin-data-platform-react';
import { menuItem } from './menuItem';

/**
 * Title, state and effect of an operation in the context menu of a job.
 * @param absent - why it is not offered at all, where it is not
 */
export function useJobMenuItem(item: {
  id: string;
  title: string;
  absent: string;
}) {
  const { id, title, absent } = item;
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value } = useJob(entityRef);
  const open = useOperationDialog();
  return menuItem(
    title,
    value?.operations.find(operation => operation.id === id),
    availability =>
      open(availability, {
        title: entity.metadata.title ?? entity.metadata.name,
        entityRef,
      }),
    // Of a job that is not known nobody knows what it runs.
    value && absent,
  );
}
