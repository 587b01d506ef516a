import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import { Viewer } from '../permissions/Viewer';
import { JobNow } from '../rollup/JobReader';
import { jobOperations } from '../rollup/jobOperations';
import { availableTo } from './availableTo';
import { RouterDeps } from './deps';
import { jobRegistrationOperations } from './entityOperations';

/** What a viewer can do with a job: run it, what its live run and its schedule offer, and change its registration. */
export async function offersOfJob(
  deps: Pick<RouterDeps, 'entityStore' | 'resourceOperations'>,
  job: JobNow,
  viewer: Viewer,
): Promise<OperationAvailability[]> {
  const { entity } = job;
  const { ownerRef, domainRef } = entity;
  // Without its database the portal registers nothing, and shows the job all the same.
  const registered = await deps.entityStore
    .get(entity.entityRef)
    .catch(() => undefined);
  return [
    ...availableTo(
      viewer,
      { ownerRef, domainRef, nature: 'run' },
      jobOperations(job, deps.resourceOperations),
    ),
    ...jobRegistrationOperations(viewer, entity, registered !== undefined),
  ];
}
