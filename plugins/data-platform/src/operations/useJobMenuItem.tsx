import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  menuTitle,
  useJob,
  useOperationDialog,
} from '@millrace/backstage-plugin-data-platform-react';

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
  const job = useJob(entityRef);
  const open = useOperationDialog();
  const availability = job.value?.operations.find(
    operation => operation.id === id,
  );
  const reason = availability ? availability.reason : absent;
  const disabled = !availability?.available;
  return {
    title: disabled ? menuTitle(title, reason) : title,
    disabled,
    onClick: () => {
      if (availability) {
        open(availability, {
          title: entity.metadata.title ?? entity.metadata.name,
          entityRef,
        });
      }
    },
  };
}
