import { ComponentType, lazy, Suspense, useCallback } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  NotebookServer,
  NotebookVolume,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';
import { useOperationDialog } from '@millrace/backstage-plugin-data-platform-react';
import { NotebookActionId } from './notebookActions';

/** What the dialogs of a notebook server are given. */
export interface NotebookDialogProps {
  title: string;
  server: NotebookServer;
  /** Undefined where they are not known. */
  volumes: readonly NotebookVolume[] | undefined;
  onClose: () => void;
}

// The context menu is part of every entity page: a dialog comes when asked for.
const DIALOGS: Partial<
  Record<NotebookActionId, ComponentType<NotebookDialogProps>>
> = {
  'notebook:resize': lazy(() =>
    import('./page/ResizeDialog').then(m => ({ default: m.ResizeDialog })),
  ),
  'notebook:delete': lazy(() =>
    import('./page/DeleteDialog').then(m => ({ default: m.DeleteDialog })),
  ),
};

/** A function that opens the dialog of an action of a notebook server. */
export function useNotebookAction() {
  const dialogApi = useApi(dialogApiRef);
  const openOperation = useOperationDialog();
  return useCallback(
    (
      id: NotebookActionId,
      availability: OperationAvailability,
      subject: Omit<NotebookDialogProps, 'onClose'>,
    ) => {
      const FormOf = DIALOGS[id];
      if (!FormOf) {
        openOperation(availability, {
          title: subject.title,
          resourceId: subject.server.resource.id,
        });
        return;
      }
      dialogApi.open(({ dialog }) => (
        <Suspense fallback={null}>
          <FormOf {...subject} onClose={() => dialog.close()} />
        </Suspense>
      ));
    },
    [dialogApi, openOperation],
  );
}
