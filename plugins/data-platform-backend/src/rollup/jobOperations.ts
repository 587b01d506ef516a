import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import { IndexedResource } from '../store/types';
import { JobNow } from './JobReader';

/** Id of the operation that starts a run from a job's definition. */
export const RUN_NOW = 'spark-job:run';
/** Id of the operation that runs a job once for each date of a range. */
export const BACKFILL = 'spark-job:backfill';

/** What can be done with a job, whoever asks: run it, and what its live run and its schedule offer. */
export function jobOperations(
  job: JobNow,
  operationsOf: (resource: IndexedResource) => OperationAvailability[],
): OperationAvailability[] {
  const reason = whyNotRun(job);
  const all = [
    {
      id: RUN_NOW,
      title: 'Run now',
      available: reason === undefined,
      ...(reason && { reason }),
    },
    {
      id: BACKFILL,
      title: 'Back-fill',
      available: reason === undefined,
      ...(reason && { reason }),
    },
    ...(job.current ? operationsOf(job.current) : []),
    ...(job.schedule ? operationsOf(job.schedule) : []),
  ];
  // A schedule offers "Run now" as well; on the page of the job one of them is enough.
  const titles = new Set<string>();
  return all.filter(({ title }) => {
    const first = !titles.has(title);
    titles.add(title);
    return first;
  });
}

function whyNotRun(job: JobNow): string | undefined {
  const { problem, nextStep } = job.definition;
  if (problem) return nextStep ? `${problem} ${nextStep}` : problem;
  if (!job.source) {
    return 'No namespace of its domain is known on any cluster: there is nowhere to run it.';
  }
  return undefined;
}
