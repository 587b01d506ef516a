import { AdoptableJob } from '@millrace/backstage-plugin-data-platform-common';
import { JobGroup } from './jobGroups';

/** What a viewer may see of a job's place. */
export interface JobPlace {
  domainRef?: string;
  /** The domain is registered in the portal. */
  registered: boolean;
  /** The catalog has not been read to its end: the job may be registered, and so may the domain. */
  unread: boolean;
  /** Runs may be seen. */
  runs: boolean;
  /** Schedules may be seen. */
  schedule: boolean;
}

/** A job that is not adopted, as far as a viewer may see it; undefined where that is nothing. */
export function adoptableJob(
  job: JobGroup,
  place: JobPlace,
): AdoptableJob | undefined {
  const schedule = place.schedule ? job.schedule : undefined;
  const newest = place.runs ? job.newest : undefined;
  const shown = schedule ?? newest;
  if (!shown) return undefined;
  const { row, object } = shown;
  const expression = schedule && textOf(object.spec, 'schedule');
  const lastRunAt =
    newest?.row.createdAt ??
    (schedule && timeOf(textOf(schedule.object.status, 'lastRun')));
  const reason = whyNot(job, place);
  return {
    key: job.key,
    source: job.source,
    namespace: job.namespace,
    kind: row.kind,
    group: row.group,
    name: job.name,
    foundBy: job.foundBy,
    ...(job.maker && { maker: job.maker }),
    ...(job.labelSelector && { labelSelector: job.labelSelector }),
    runs: place.runs ? job.runs : 0,
    ...(lastRunAt && { lastRunAt }),
    ...(expression && { schedule: expression }),
    assessment: row.assessment,
    ...(place.domainRef && { domainRef: place.domainRef }),
    adoptable: reason === undefined,
    ...(reason && { reason }),
  };
}

/** Why a job cannot be adopted now, as a sentence with the way out. */
export function whyNot(
  { namespace, source }: JobGroup,
  {
    domainRef,
    registered,
    unread,
  }: Pick<JobPlace, 'domainRef' | 'registered' | 'unread'>,
): string | undefined {
  if (!domainRef) {
    return `Namespace ${namespace} on cluster ${source} belongs to no domain. A cluster admin has to label it first.`;
  }
  if (unread) {
    return 'The catalog is still being read: whether it belongs to a job of the portal is not known yet.';
  }
  return registered
    ? undefined
    : `${domainRef}, to which namespace ${namespace} belongs, is not registered. Adopt the namespace first.`;
}

function textOf(value: unknown, key: string): string | undefined {
  const found =
    value && typeof value === 'object'
      ? (value as Record<string, unknown>)[key]
      : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function timeOf(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
