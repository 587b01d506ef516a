import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_DATE_ARGUMENT,
  Job,
} from '@millrace/backstage-plugin-data-platform-common';

/** A job as its dialogs need it: they are drawn outside of the job's page. */
export interface JobSubject {
  entityRef: string;
  name: string;
  title: string;
  description?: string;
  productRef?: string;
  domainRef?: string;
  /** How the application is told its date, for example `--date={date}`. */
  dateArgument?: string;
  /** As it is registered: unlike the one of the job, nothing in it is masked. */
  manifest?: string;
  definition?: string;
  scheduled: boolean;
}

/** What an entity and its live state tell of a job. */
export function jobSubject(entity: Entity, job: Job): JobSubject {
  const { name, title, description, annotations } = entity.metadata;
  const manifest = entity.spec?.manifest;
  return {
    entityRef: stringifyEntityRef(entity),
    name,
    title: title ?? name,
    description,
    productRef: job.productRef,
    domainRef: job.domainRef,
    dateArgument: annotations?.[ANNOTATION_DATE_ARGUMENT],
    manifest: typeof manifest === 'string' ? manifest : undefined,
    definition: job.definition,
    scheduled: !!job.schedule,
  };
}

/** What every dialog of a job is given. */
export interface JobDialogProps {
  subject: JobSubject;
  onClose: () => void;
}
