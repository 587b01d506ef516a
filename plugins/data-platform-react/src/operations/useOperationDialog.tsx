import { lazy, Suspense, useCallback } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  OperationAvailability,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';

// The context menu is part of every entity page: the dialog comes when asked for.
const OperationDialog = lazy(() =>
  import('./OperationDialog').then(m => ({ default: m.OperationDialog })),
);

/** What an operation acts on: an entity, or one live object. */
export interface OperationSubject {
  title: string;
  entityRef?: string;
  resourceId?: string;
  /** What the operation needs to be told, where it needs anything. */
  input?: Record<string, unknown>;
}

/** A function that opens the dialog of an operation. */
export function useOperationDialog() {
  const dialogApi = useApi(dialogApiRef);
  return useCallback(
    (availability: OperationAvailability, subject: OperationSubject) => {
      const request: OperationRequest = {
        operation: availability.id,
        entityRef: subject.entityRef,
        // The live object that the backend would act on, where the screen knows only the job.
        resourceId: subject.resourceId ?? availability.resourceId,
        input: subject.input,
      };
      dialogApi.open(({ dialog }) => (
        <Suspense fallback={null}>
          <OperationDialog
            availability={availability}
            request={request}
            subject={subject.title}
            onClose={() => dialog.close()}
          />
        </Suspense>
      ));
    },
    [dialogApi],
  );
}
