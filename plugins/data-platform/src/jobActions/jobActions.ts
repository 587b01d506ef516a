import {
  Job,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';

/** What a person can do with a job beside running it as it is. */
export type JobActionId =
  | 'run-with'
  | 'backfill'
  | 'clone'
  | 'update'
  | 'unregister';

/** One of them, as menus and buttons show it. */
export interface JobAction {
  id: JobActionId;
  availability: OperationAvailability;
}

const ACTIONS: readonly {
  id: JobActionId;
  operation: string;
  title: string;
}[] = [
  { id: 'run-with', operation: 'spark-job:run', title: 'Run with…' },
  { id: 'backfill', operation: 'spark-job:backfill', title: 'Back-fill…' },
  { id: 'clone', operation: 'spark-job:clone', title: 'Clone…' },
  { id: 'update', operation: 'spark-job:update', title: 'Edit definition…' },
  { id: 'unregister', operation: 'entity:unregister', title: 'Unregister' },
];

const NO_DEFINITION =
  'This job has no definition yet. Write the manifest into `spec.manifest` of the entity first.';

/**
 * The actions of a job. What the backend says of an operation holds; where it says nothing, a back-fill can be done
 * when a run can, and the rest is left to the plan, which names what stands against it.
 */
export function jobActions(job: Job): JobAction[] {
  return ACTIONS.map(({ id, operation, title }) => ({
    id,
    availability: { ...availabilityOf(job, operation), title },
  }));
}

/** The operations of a job that need no form: those that start, stop and suspend. */
export function plainOperations(job: Job): OperationAvailability[] {
  return job.operations.filter(
    ({ id }) =>
      id === 'spark-job:run' ||
      !ACTIONS.some(({ operation }) => operation === id),
  );
}

/** One of the actions of a job. */
export function jobAction(job: Job, id: JobActionId): JobAction {
  return jobActions(job).find(action => action.id === id)!;
}

function availabilityOf(job: Job, id: string): OperationAvailability {
  const told = job.operations.find(operation => operation.id === id);
  if (told) {
    return told;
  }
  const run = job.operations.find(
    operation => operation.id === 'spark-job:run',
  );
  if (id === 'spark-job:backfill') {
    return run
      ? { ...run, id }
      : { id, title: id, available: false, reason: NO_DEFINITION };
  }
  return id === 'entity:unregister' || job.definition
    ? { id, title: id, available: true }
    : { id, title: id, available: false, reason: NO_DEFINITION };
}
