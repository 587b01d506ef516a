import {
  Assessment,
  Run,
  Staleness,
} from '@millrace/backstage-plugin-data-platform-common';
import { DomainDirectory, KnownEntity } from '../join/types';
import { VisibilityFilter } from '../permissions/platformResourceRef';
import { Sources } from '../sources/types';
import { oncePer } from '../store/oncePer';
import { IndexedResource, ResourceIndex } from '../store/types';
import {
  JobDefinition,
  ManifestCheck,
  readJobDefinition,
} from './jobDefinition';
import { JobRun } from './JobRun';
import { jobVerdict } from './jobVerdict';
import { LatestRuns } from './LatestRuns';
import { merge, RunReader } from './RunReader';
import { unlessUnreadable } from './unlessUnreadable';

/** A job as it is now, for one viewer. */
export interface JobNow {
  entity: KnownEntity;
  definition: JobDefinition;
  assessment: Assessment;
  runs: readonly JobRun[];
  /** The live object of the latest run. */
  current?: IndexedResource;
  schedule?: IndexedResource;
  /** Cluster and namespace that its next run goes to. */
  source?: string;
  namespace?: string;
  stale?: Staleness;
}

export interface JobReaderOptions {
  index: ResourceIndex;
  domains: DomainDirectory;
  sources: Sources;
  runs: RunReader;
  latest: LatestRuns;
  /** What a definition must hold to, by type of the job; the keys are the types that are jobs. */
  checks: ReadonlyMap<string, ManifestCheck>;
  now: () => number;
}

/** Puts together what the verdict on a job is made of. */
export class JobReader {
  readonly #with: JobReaderOptions;
  /** Kept, for parsing a manifest takes milliseconds and a domain may have a hundred jobs. */
  readonly #definitionOf = oncePer((entity: KnownEntity) =>
    readJobDefinition(entity.definition, this.#with.checks.get(entity.type)),
  );

  constructor(options: JobReaderOptions) {
    this.#with = options;
  }

  async read(entity: KnownEntity, allows: VisibilityFilter): Promise<JobNow> {
    const { index, runs, latest, sources, now } = this.#with;
    const { entityRef, domainRef, ownerRef } = entity;
    const mine = index.select({ entityRef }, allows);
    const mayRuns = allows({ nature: 'run', domainRef, ownerRef });
    // A job is judged by its live objects alone while the history cannot be read.
    const history = await unlessUnreadable<readonly Run[]>(
      mayRuns ? latest.of(entityRef) : Promise.resolve([]),
      [],
    );
    const all = merge(runs.liveRuns(mine), history.value);
    const schedule = newest(mine, 'schedule');
    const current = all[0]?.live
      ? index.get(all[0].resourceId ?? '')
      : undefined;
    const place = this.#place(domainRef, current ?? schedule);
    const definition = this.#definitionOf(entity);
    const stale =
      current?.row.stale ?? schedule?.row.stale ?? this.#down(place.source);
    return {
      entity,
      definition,
      runs: all,
      ...place,
      ...(current && { current }),
      ...(schedule && { schedule }),
      ...(stale && { stale }),
      assessment: jobVerdict({
        title: entity.title ?? nameOf(entityRef),
        definition,
        runs: all,
        schedule: schedule?.assessment,
        source: place.source,
        domainRef,
        stale,
        historyProblem: history.problem,
        operatorTrouble: this.#operatorTrouble(schedule ?? current),
        warming: sources.warming() || index.settling,
        now: now(),
      }),
    };
  }

  #operatorTrouble(live: IndexedResource | undefined): string | undefined {
    const context = live && this.#with.index.context(live.row.id);
    return context?.operator?.trouble;
  }

  /** Where the job runs: where it does already, else the first namespace of its domain. */
  #place(
    domainRef: string | undefined,
    live: IndexedResource | undefined,
  ): { source?: string; namespace?: string } {
    if (live) {
      const { source, namespace } = live.row;
      return { source, ...(namespace && { namespace }) };
    }
    const [first] = domainRef ? this.#with.domains.placements(domainRef) : [];
    return first
      ? { source: first.source, namespace: first.namespaces[0] }
      : {};
  }

  /** A cluster that does not answer leaves a job without live objects just as unknown as one with. */
  #down(name: string | undefined): Staleness | undefined {
    const source = name ? this.#with.sources.find(name) : undefined;
    if (source?.state !== 'stale' && source?.state !== 'unreachable') {
      return undefined;
    }
    const since = source.lastContact ?? source.since;
    return since ? { since, message: source.message } : undefined;
  }
}

function newest(
  resources: readonly IndexedResource[],
  nature: string,
): IndexedResource | undefined {
  return resources
    .filter(resource => resource.row.nature === nature)
    .sort((a, b) => (a.row.createdAt < b.row.createdAt ? 1 : -1))[0];
}

function nameOf(entityRef: string): string {
  return entityRef.slice(entityRef.indexOf('/') + 1);
}
