import { ComponentType, lazy, Suspense } from 'react';
import { Entity } from '@backstage/catalog-model';
import { DialogApi } from '@backstage/frontend-plugin-api';
import {
  Job,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';
import { OperationSubject } from '@millrace/backstage-plugin-data-platform-react';
import { JobActionId } from './jobActions';
import { JobDialogProps, jobSubject } from './JobSubject';

const DIALOGS: Record<
  Exclude<JobActionId, 'unregister'>,
  ComponentType<JobDialogProps>
> = {
  'run-with': lazy(() =>
    import('./RunWithDialog').then(m => ({ default: m.RunWithDialog })),
  ),
  backfill: lazy(() =>
    import('./BackfillDialog').then(m => ({ default: m.BackfillDialog })),
  ),
  clone: lazy(() =>
    import('./CloneDialog').then(m => ({ default: m.CloneDialog })),
  ),
  update: lazy(() =>
    import('./EditDefinitionDialog').then(m => ({
      default: m.EditDefinitionDialog,
    })),
  ),
};

const UNREGISTER =
  'The job leaves the catalog, and its schedule the cluster. Runs that are under way are left to finish; its history stays.';

/** What the dialogs of a job are opened with. */
export interface JobDialogs {
  dialogApi: DialogApi;
  openOperation: (
    availability: OperationAvailability,
    subject: OperationSubject,
  ) => void;
}

/** Opens the dialog of an action of a job. */
export function openJobAction(
  { dialogApi, openOperation }: JobDialogs,
  action: { id: JobActionId; availability: OperationAvailability },
  entity: Entity,
  job: Job,
): void {
  const { id, availability } = action;
  const subject = jobSubject(entity, job);
  if (id === 'unregister') {
    const asked = {
      ...availability,
      destructive: true,
      confirmation: availability.confirmation ?? UNREGISTER,
    };
    openOperation(asked, {
      title: subject.title,
      entityRef: subject.entityRef,
    });
    return;
  }
  const JobDialog = DIALOGS[id];
  dialogApi.open(({ dialog }) => (
    <Suspense fallback={null}>
      <JobDialog subject={subject} onClose={() => dialog.close()} />
    </Suspense>
  ));
}
