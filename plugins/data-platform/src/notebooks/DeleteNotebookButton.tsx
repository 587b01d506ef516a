import { lazy, Suspense } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { RiDeleteBinLine } from '@remixicon/react';
import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import {
  OperationButton,
  useNotebook,
} from '@millrace/backstage-plugin-data-platform-react';

const DeleteDialog = lazy(() =>
  import('./page/DeleteDialog').then(m => ({ default: m.DeleteDialog })),
);

/** Deletes a notebook server of which only the live object is on the screen; asks about its volumes as its page does. */
export function DeleteNotebookButton(props: {
  availability: OperationAvailability;
  resourceId: string;
  title: string;
  /** Of the server, where the catalog has it. */
  entityRef?: string;
}) {
  const { availability, resourceId, title, entityRef } = props;
  const dialogApi = useApi(dialogApiRef);
  const { value } = useNotebook(entityRef);
  return (
    <OperationButton
      availability={availability}
      icon={<RiDeleteBinLine />}
      onPress={() =>
        dialogApi.open(({ dialog }) => (
          <Suspense fallback={null}>
            <DeleteDialog
              title={title}
              server={{ resource: { id: resourceId } }}
              volumes={value?.volumes}
              onClose={() => dialog.close()}
            />
          </Suspense>
        ))
      }
    />
  );
}
