import { useCallback } from 'react';
import { Entity } from '@backstage/catalog-model';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Job,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';
import { useOperationDialog } from '@millrace/backstage-plugin-data-platform-react';
import { JobActionId } from './jobActions';

/** A function that opens the dialog of an action of a job. */
export function useJobAction() {
  const dialogApi = useApi(dialogApiRef);
  const openOperation = useOperationDialog();
  return useCallback(
    async (
      id: JobActionId,
      availability: OperationAvailability,
      entity: Entity,
      job: Job,
    ) => {
      // The context menu is part of every entity page: what it opens comes when asked for.
      const { openJobAction } = await import('./openJobAction');
      const dialogs = { dialogApi, openOperation };
      openJobAction(dialogs, { id, availability }, entity, job);
    },
    [dialogApi, openOperation],
  );
}
