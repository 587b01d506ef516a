import {
  AdoptableJob,
  AdoptableNamespace,
  AdoptionPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { DomainDirectory } from '../join/types';
import { VisibilityFilter } from '../permissions/platformResourceRef';
import { Sources } from '../sources/types';
import { IndexedResource, ResourceIndex } from '../store/types';
import {
  adoptableNamespaces,
  NamespaceServices,
  Population,
} from './adoptableNamespaces';
import { adoptableJob } from './adoptableJob';
import { JobGroup, jobGroups } from './jobGroups';

export interface AdoptionQuery {
  domainRef?: string;
  source?: string;
  namespace?: string;
  /** Text in the name of a namespace or job. */
  q?: string;
  /** Of jobs; 0 asks for their number alone. */
  limit: number;
  offset: number;
}

export interface AdoptionReaderOptions extends NamespaceServices {
  index: ResourceIndex;
  domains: DomainDirectory;
  sources: Sources;
  /** Kinds that are jobs, as `kind.group`. */
  jobKinds: ReadonlySet<string>;
}

/** What one pass over the index found. */
interface Census {
  version: number;
  jobs: readonly JobGroup[];
  populations: readonly Population[];
  byKey: ReadonlyMap<string, JobGroup>;
}

/** What runs on the clusters and belongs to nothing of the portal yet. One pass over the index for each version of it. */
export class AdoptionReader {
  readonly #with: AdoptionReaderOptions;
  #census: Census | undefined;

  constructor(options: AdoptionReaderOptions) {
    this.#with = options;
  }

  page(query: AdoptionQuery, allows: VisibilityFilter): AdoptionPage {
    const { index, sources, entities } = this.#with;
    const { jobs, version } = this.#now();
    const matches = matcher(query);
    const found = jobs
      .flatMap(job => this.#toJob(job, allows) ?? [])
      .filter(matches)
      .sort(byPlace);
    return {
      namespaces: query.limit > 0 ? this.#namespaces(query, allows, found) : [],
      jobs: found.slice(query.offset, query.offset + query.limit),
      totalJobs: found.length,
      version,
      warming: sources.warming() || index.settling || entities.warming(),
      ...(entities.warming() && { catalogWarming: true }),
    };
  }

  /** A job that is not adopted, by the key that a page gave it. */
  job(key: string): JobGroup | undefined {
    return this.#now().byKey.get(key);
  }

  /** Domains of the portal are left out where there is nothing to do, unless they are asked for. */
  #namespaces(
    query: AdoptionQuery,
    allows: VisibilityFilter,
    jobs: readonly AdoptableJob[],
  ): AdoptableNamespace[] {
    const { domains } = this.#with;
    const busy = new Set(jobs.map(placeOf));
    const asked = query.domainRef ?? query.namespace;
    return adoptableNamespaces(
      this.#now().populations,
      domains.labelled(),
      allows,
      this.#with,
    )
      .filter(matcher(query))
      .filter(
        each =>
          asked !== undefined ||
          each.state !== 'adopted' ||
          (each.drift ?? []).length > 0 ||
          busy.has(placeOf(each)),
      );
  }

  #toJob(job: JobGroup, allows: VisibilityFilter): AdoptableJob | undefined {
    const { domains, entities } = this.#with;
    const domainRef = domains.ofNamespace(job.source, job.namespace);
    const domain = domainRef ? entities.get(domainRef) : undefined;
    const visible = (nature: 'run' | 'schedule') =>
      allows({ domainRef, ownerRef: domain?.ownerRef, nature });
    return adoptableJob(job, {
      domainRef,
      registered: domain !== undefined,
      unread: entities.warming(),
      runs: visible('run'),
      schedule: visible('schedule'),
    });
  }

  #now(): Census {
    const { version } = this.#with.index;
    if (this.#census?.version !== version) {
      this.#census = this.#count(version);
    }
    return this.#census;
  }

  #count(version: number): Census {
    const { index, jobKinds, sources } = this.#with;
    const populations = new Map<string, Population>();
    const unjoined: IndexedResource[] = [];
    for (const resource of index.select({}, () => true)) {
      const { row } = resource;
      // Only clusters have namespaces that somebody may label.
      if (row.namespace === undefined || !sources.find(row.source)) continue;
      countIn(populations, row as typeof row & { namespace: string });
      const isJob = jobKinds.has(`${row.kind}.${row.group}`);
      if (isJob && !row.entityRef && !row.deletingSince) {
        unjoined.push(resource);
      }
    }
    const jobs = jobGroups(unjoined);
    return {
      version,
      jobs,
      populations: [...populations.values()],
      byKey: new Map(jobs.map(job => [job.key, job])),
    };
  }
}

function countIn(
  populations: Map<string, Population>,
  { source, namespace, domainRef, ownerRef, nature }: Omit<Population, 'count'>,
): void {
  const key = [source, namespace, nature, ownerRef, domainRef].join('\0');
  const known = populations.get(key);
  if (known) {
    known.count += 1;
  } else {
    populations.set(key, {
      source,
      namespace,
      domainRef,
      ownerRef,
      nature,
      count: 1,
    });
  }
}

function matcher(query: AdoptionQuery) {
  const words = (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return (each: AdoptableJob | AdoptableNamespace): boolean => {
    const text = [each.namespace, 'name' in each ? each.name : '']
      .join('\n')
      .toLowerCase();
    return (
      (query.source === undefined || each.source === query.source) &&
      (query.namespace === undefined || each.namespace === query.namespace) &&
      (query.domainRef === undefined || each.domainRef === query.domainRef) &&
      words.every(word => text.includes(word))
    );
  };
}

function placeOf(place: { source: string; namespace: string }): string {
  return `${place.source}\0${place.namespace}`;
}

function byPlace(a: AdoptableJob, b: AdoptableJob): number {
  for (const field of ['source', 'namespace', 'name', 'key'] as const) {
    if (a[field] !== b[field]) return a[field] < b[field] ? -1 : 1;
  }
  return 0;
}
