import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useJob } from '@millrace/backstage-plugin-data-platform-react';
import { menuItem } from '../operations/menuItem';
import { JobActionId, jobAction } from './jobActions';
import { useJobAction } from './useJobAction';

/**
 * Title, state and effect of an action in the context menu of a job.
 * @param title - while the job is not known
 */
export function useJobActionMenuItem(id: JobActionId, title: string) {
  const { entity } = useEntity();
  const { value } = useJob(stringifyEntityRef(entity));
  const open = useJobAction();
  return menuItem(
    title,
    value && jobAction(value, id).availability,
    availability => value && open(id, availability, entity, value),
  );
}
