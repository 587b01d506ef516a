import { Part, Summary } from '@millrace/backstage-plugin-data-platform-common';
import { EntityDirectory, KnownEntity } from '../join/types';
import { VisibilityFilter } from '../permissions/platformResourceRef';
import { Sources } from '../sources/types';
import { IndexedResource, ResourceIndex } from '../store/types';
import { JobReader } from './JobReader';
import { mayKnow } from './mayKnow';
import { RolledUp, rollUp, RollUpWords } from './rollUp';
import { partOfRow } from './partOfRow';

/** What is summed up; nothing set: all that the viewer may see. */
export interface SummaryScope {
  entityRef?: string;
  productRef?: string;
  domainRef?: string;
}

export interface SummaryReaderOptions {
  index: ResourceIndex;
  entities: EntityDirectory;
  jobs: JobReader;
  sources: Sources;
  jobTypes: ReadonlySet<string>;
}

const WARMING = {
  health: 'unknown',
  reason: 'Warming',
  message: 'The clusters are still being read.',
} as const;

/**
 * Counts and the verdict of a whole. Parts are jobs (each with its verdict, whatever number of runs it had) and what is
 * live without being a run or schedule of a job: services, workbenches, objects that no entity knows.
 */
export class SummaryReader {
  readonly #with: SummaryReaderOptions;

  constructor(options: SummaryReaderOptions) {
    this.#with = options;
  }

  async read(scope: SummaryScope, allows: VisibilityFilter): Promise<Summary> {
    const { index, sources } = this.#with;
    const parts = await this.#parts(scope, allows);
    const rolled = this.#roll(scope, parts);
    const ref = scope.entityRef ?? scope.productRef ?? scope.domainRef;
    const warming = sources.warming() || index.settling;
    return {
      ...rolled,
      ...(warming && parts.length === 0 && { assessment: WARMING }),
      parts: parts.length,
      unverified: ref ? index.select({ unverifiedFor: ref }, allows).length : 0,
      version: index.version,
      warming,
    };
  }

  async #parts(
    scope: SummaryScope,
    allows: VisibilityFilter,
  ): Promise<readonly Part[]> {
    const { jobs } = this.#with;
    const known = this.#jobsOf(scope).filter(job => mayKnow(job, allows));
    const read = await Promise.all(known.map(job => jobs.read(job, allows)));
    const refs = new Set(known.map(job => job.entityRef));
    const rows = this.#rows(scope, allows).filter(
      ({ row }) => !row.entityRef || !refs.has(row.entityRef),
    );
    return [
      ...read.map(({ entity, assessment }) => ({
        entityRef: entity.entityRef,
        title: entity.title ?? entity.entityRef.replace(/^.*\//, ''),
        health: assessment.health,
        message: assessment.message,
        ...(assessment.nextStep && { nextStep: assessment.nextStep }),
        ...(assessment.since && { since: assessment.since }),
      })),
      ...rows.flatMap(resource => partOfRow(resource)),
    ];
  }

  #rows(
    { entityRef, productRef, domainRef }: SummaryScope,
    allows: VisibilityFilter,
  ): readonly IndexedResource[] {
    return this.#with.index.select(
      { entityRef, productRef, domainRef },
      allows,
    );
  }

  #jobsOf({ entityRef, productRef, domainRef }: SummaryScope): KnownEntity[] {
    const { entities, jobTypes } = this.#with;
    const within = productRef ?? domainRef;
    let candidates: Iterable<KnownEntity>;
    if (entityRef) {
      const entity = entities.get(entityRef);
      candidates = entity ? [entity, ...entities.partsOf(entityRef)] : [];
    } else {
      candidates = within ? entities.partsOf(within) : entities.all();
    }
    const jobs = new Map<string, KnownEntity>();
    for (const one of candidates) {
      if (jobTypes.has(one.type)) jobs.set(one.entityRef, one);
    }
    return [...jobs.values()];
  }

  #roll(scope: SummaryScope, parts: readonly Part[]): RolledUp {
    return rollUp(parts, {
      ...wordsFor(scope, this.#with.entities),
      part: parts.every(part => part.resourceId === undefined) ? 'job' : 'part',
    });
  }
}

function wordsFor(
  scope: SummaryScope,
  entities: EntityDirectory,
): Omit<RollUpWords, 'part'> {
  const named = (noun: string, ref: string) =>
    `${noun} ${entities.get(ref)?.title ?? ref.replace(/^.*\//, '')}`;
  if (scope.productRef) {
    return {
      whole: named('data product', scope.productRef),
      emptyStep: 'Create a Spark job in it, from the template.',
    };
  }
  if (scope.domainRef) {
    return {
      whole: named('data domain', scope.domainRef),
      emptyStep: 'Create a data product in it, from the template.',
    };
  }
  if (scope.entityRef) {
    return { whole: named('', scope.entityRef).trim() };
  }
  return {
    whole: 'what you may see',
    emptyStep: 'Create a data domain from the template.',
  };
}
