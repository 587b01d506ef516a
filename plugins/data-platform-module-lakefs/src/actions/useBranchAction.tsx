import { ComponentType, lazy, Suspense, useCallback } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  LakefsBranch,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';
import { useOperationDialog } from '@millrace/backstage-plugin-data-platform-react';
import { BranchDialogProps } from './BranchDialogProps';
import { BranchActionId } from './branchActions';

const DIALOGS: Partial<
  Record<BranchActionId, ComponentType<BranchDialogProps>>
> = {
  'lakefs:commit': lazy(() =>
    import('./CommitDialog').then(m => ({ default: m.CommitDialog })),
  ),
  'lakefs:merge': lazy(() =>
    import('../merge/MergeDialog').then(m => ({ default: m.MergeDialog })),
  ),
  'lakefs:branch-set': lazy(() =>
    import('./SettingsDialog').then(m => ({ default: m.SettingsDialog })),
  ),
  'lakefs:tag': lazy(() =>
    import('./TagDialog').then(m => ({ default: m.TagDialog })),
  ),
  'lakefs:branch-delete': lazy(() =>
    import('./DeleteDialog').then(m => ({ default: m.DeleteDialog })),
  ),
};

/** A function that opens the dialog of an action of a branch; what needs no more than a yes gets the plan alone. */
export function useBranchAction() {
  const dialogApi = useApi(dialogApiRef);
  const openOperation = useOperationDialog();
  return useCallback(
    (
      id: BranchActionId,
      availability: OperationAvailability,
      branch: LakefsBranch,
    ) => {
      const FormOf = DIALOGS[id];
      if (!FormOf) {
        openOperation(availability, {
          title: branch.name,
          resourceId: branch.resource.id,
          input: {},
        });
        return;
      }
      dialogApi.open(({ dialog }) => (
        <Suspense fallback={null}>
          <FormOf
            branch={branch}
            availability={availability}
            onClose={() => dialog.close()}
          />
        </Suspense>
      ));
    },
    [dialogApi, openOperation],
  );
}
