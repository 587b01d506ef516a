import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  menuTitle,
  useJob,
} from '@millrace/backstage-plugin-data-platform-react';
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
  const availability = value && jobAction(value, id).availability;
  const disabled = !availability?.available;
  const reason = availability
    ? availability.reason
    : 'not known to the data platform yet';
  return {
    title: disabled ? menuTitle(title, reason) : title,
    disabled,
    onClick: () => {
      if (value && availability) {
        open(id, availability, entity, value);
      }
    },
  };
}
