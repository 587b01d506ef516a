import { setTimeout } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  Fact,
  logReadPermission,
  Run,
  RunDetail,
  RunPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { logEvidence } from '../history/causeInLog';
import { FACT_EXECUTOR_HOURS } from '../executors/figures';
import { runKey } from '../history/RunBranches';
import { HistoryStore, RunQuery, RunRecord } from '../history/types';
import { EntityDirectory } from '../join/types';
import { VisibilityFilter } from '../permissions/platformResourceRef';
import { IndexedResource, ResourceIndex } from '../store/types';
import { BranchesOfRuns } from './BranchesOfRuns';
import { JobRun } from './JobRun';
import { unlessUnreadable } from './unlessUnreadable';

const QUEUE_WAIT_MS = 1_000;

/** Which run a live object shows now; undefined while it shows none. */
export type RunOf = (resource: IndexedResource) => RunRecord | undefined;

export interface RunReaderOptions {
  index: ResourceIndex;
  history: HistoryStore;
  entities: EntityDirectory;
  runOf: RunOf;
  /** On which data branch runs are. Default: on none. */
  branches?: BranchesOfRuns;
  /** Adds the links to log stores. Default: none are configured. */
  logLinks?(run: RunDetail): RunDetail;
}

/** Runs as they are now: what is live from the index, the rest from the history, each run once. */
export class RunReader {
  readonly #index: ResourceIndex;
  readonly #history: HistoryStore;
  readonly #entities: EntityDirectory;
  readonly #runOf: RunOf;
  readonly #branches: BranchesOfRuns | undefined;
  readonly #logLinks: (run: RunDetail) => RunDetail;

  constructor(options: RunReaderOptions) {
    this.#index = options.index;
    this.#history = options.history;
    this.#entities = options.entities;
    this.#runOf = options.runOf;
    this.#branches = options.branches;
    this.#logLinks = run => options.logLinks?.(run) ?? run;
  }

  /**
   * One page, newest first. It is longer than `limit` where runs began at the very same time. While the history cannot be
   * read it has the live runs alone, and says so.
   */
  async page(query: RunQuery, allows: VisibilityFilter): Promise<RunPage> {
    const visible = this.#visible(allows);
    await this.#written();
    const {
      value: [kept, stats],
      problem,
    } = await unlessUnreadable(
      Promise.all([
        this.#history.query(query, visible),
        this.#history.stats(query, visible),
      ]),
      [[], { finished: 0, succeeded: 0 }],
    );
    const { runs: live, problem: unknown } = await this.#onBranch(
      this.#live(query, allows),
      query,
    );
    const merged = merge(live, kept).filter(run => matches(run, query));
    const items = upTo(merged, query.limit);
    const last = items.at(-1);
    const more = merged.length > items.length || kept.length >= query.limit;
    return {
      items: await this.#noted(
        items.map(({ full: _full, ...run }) => run),
        allows,
      ),
      stats,
      ...(more && last && { nextBefore: timeOf(last) }),
      ...((problem ?? unknown) && { problem: problem ?? unknown }),
    };
  }

  /** One run, with what the history knows of it and, while its object is there, how it is now. */
  async get(
    id: string,
    allows: VisibilityFilter,
    allowsLog: VisibilityFilter,
  ): Promise<RunDetail | undefined> {
    const run = await this.#detail(id, allows);
    if (!run) return undefined;
    const row = run.resourceId && this.#index.get(run.resourceId)?.row;
    const mayRead = row ? allowsLog(row) : this.#visible(allowsLog)(run);
    const [noted] = await this.#noted([run], allows);
    return this.#withLog(noted, mayRead);
  }

  async #noted<T extends Run>(
    runs: readonly T[],
    allows: VisibilityFilter,
  ): Promise<T[]> {
    return this.#branches?.noted(runs, allows) ?? [...runs];
  }

  /** A live object does not say on which branch it runs: whoever may edit it could write that. */
  async #onBranch(
    runs: JobRun[],
    { branch }: RunQuery,
  ): Promise<{ runs: JobRun[]; problem?: string }> {
    if (!branch) return { runs };
    const started = await this.#branches?.on(branch);
    return {
      runs: runs.filter(run => started?.value.has(runKey(run))),
      problem: started?.problem,
    };
  }

  async #kept(id: string): Promise<RunDetail | undefined> {
    const kept = await this.#history.get(id);
    if (kept) return kept;
    await this.#written();
    return this.#history.get(id);
  }

  async #detail(
    id: string,
    allows: VisibilityFilter,
  ): Promise<RunDetail | undefined> {
    const { value: kept, problem } = await unlessUnreadable(
      this.#kept(id),
      undefined,
    );
    const live = this.#findLive(id, kept, allows);
    if (live) {
      if (!allows(live.resource.row)) return undefined;
      const { record, resource } = live;
      const { full: _full, ...run } = record
        ? toRun(record, resource)
        : unattempted(resource);
      return {
        ...kept,
        ...run,
        assessment: resource.assessment,
        changes: kept?.changes ?? [],
        pods: podsOf(record?.pods, kept?.pods),
        links: [...(record?.links ?? kept?.links ?? [])],
      };
    }
    // Whether there is such a run is not known then.
    if (problem) throw new ServiceUnavailableError(problem);
    return kept && this.#visible(allows)(kept) ? kept : undefined;
  }

  /** What the kept end of the log says of the cause, and where the rest of the log may be. */
  #withLog(run: RunDetail, allowed: boolean): RunDetail {
    const { logTail, logTailTruncated: _truncated, ...rest } = run;
    if (logTail !== undefined && !allowed) {
      return this.#logLinks({
        ...rest,
        logTailMissing: `The last lines of the driver were kept, but you may not read them: ask the owner of the job, or the portal's administrators for ${logReadPermission.name}.`,
      });
    }
    const { assessment } = run;
    const evidence = [...(assessment.evidence ?? []), ...logEvidence(logTail)];
    return this.#logLinks({
      ...run,
      assessment: { ...assessment, evidence },
    });
  }

  /** The runs of one entity, newest first, at most `limit`; the verdict on a job is made of them. */
  async ofEntity(entityRef: string, limit: number): Promise<readonly Run[]> {
    await this.#written();
    return this.#history.query({ entityRef, limit });
  }

  /** Live runs among these rows. */
  liveRuns(resources: readonly IndexedResource[]): JobRun[] {
    return resources.flatMap(resource => {
      if (resource.row.nature !== 'run') return [];
      const record = this.#runOf(resource);
      return record ? toRun(record, resource) : unattempted(resource);
    });
  }

  /**
   * What the index has told the history is in it: who reads because of a change would else see the time before it, and
   * nothing would make them read again. A history that cannot keep up is not waited for.
   */
  async #written(): Promise<void> {
    const enough = setTimeout(QUEUE_WAIT_MS, undefined, { ref: false });
    await Promise.race([this.#history.flush(), enough]);
  }

  #live(query: RunQuery, allows: VisibilityFilter): JobRun[] {
    const { entityRef, productRef, domainRef } = query;
    const scoped = entityRef ?? productRef ?? domainRef;
    const resources = scoped
      ? this.#index.select({ entityRef, productRef, domainRef }, allows)
      : this.#allRuns(allows);
    return this.liveRuns(resources);
  }

  #allRuns(allows: VisibilityFilter): IndexedResource[] {
    const { items } = this.#index.query(
      {
        nature: 'run',
        sort: 'startedAt',
        order: 'desc',
        limit: Number.MAX_SAFE_INTEGER,
        offset: 0,
      },
      allows,
    );
    return items.flatMap(row => this.#index.get(row.id) ?? []);
  }

  #findLive(id: string, kept: RunDetail | undefined, allows: VisibilityFilter) {
    const resource =
      this.#index.get(id) ??
      (kept
        ? this.#index.find(kept)
        : this.#allRuns(allows).find(each => this.#runOf(each)?.id === id));
    if (resource?.row.nature !== 'run') return undefined;
    const record = this.#runOf(resource);
    const same = record?.id === id || resource.row.id === id;
    return same ? { record, resource } : undefined;
  }

  /** The same filter, for runs: what a run lacks of a row's fields is known from its entity. */
  #visible(allows: VisibilityFilter) {
    return (run: Pick<Run, 'entityRef' | 'domainRef'>) =>
      allows({
        nature: 'run',
        domainRef: run.domainRef,
        ownerRef: run.entityRef
          ? this.#entities.get(run.entityRef)?.ownerRef
          : undefined,
      });
  }
}

function toRun(record: RunRecord, resource: IndexedResource): JobRun {
  const { pods: _pods, links: _links, definitionHash: _hash, ...run } = record;
  return {
    ...run,
    resourceId: resource.row.id,
    facts: resource.row.facts,
    assessment: resource.row.assessment,
    full: resource.assessment,
    live: true,
  };
}

/** Those of the object, and those that the history alone has: after a restart the index never saw what was gone by then. */
function podsOf(
  now: RunRecord['pods'] = [],
  kept: RunDetail['pods'] = [],
): RunDetail['pods'] {
  const known = new Set(now.map(({ name }) => name));
  const gone = kept.filter(({ name }) => !known.has(name));
  return [...now, ...gone.map(pod => ({ ...pod, gone: true }))];
}

/** A run that has no attempt yet: submitted a moment ago, or never picked up. */
function unattempted({ row, assessment }: IndexedResource): JobRun {
  const { id, source, namespace, group, kind, name, uid } = row;
  const { entityRef, productRef, domainRef, facts, createdAt } = row;
  return {
    ...{ id, source, namespace, group, kind, name, uid },
    ...{ entityRef, productRef, domainRef, facts },
    resourceId: id,
    attempt: '',
    submittedAt: createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    outcome: row.assessment.outcome,
    assessment: row.assessment,
    full: assessment,
    live: true,
  };
}

/** Each run once, the live one before what was recorded of it; newest first. */
export function merge(
  live: readonly JobRun[],
  kept: readonly Run[],
): readonly JobRun[] {
  const runs = new Map<string, JobRun>(kept.map(run => [run.id, run]));
  for (const run of live) {
    runs.set(run.id, { ...run, facts: withKeptHours(run, runs.get(run.id)) });
  }
  return [...runs.values()].sort((a, b) => {
    const [x, y] = [timeOf(a), timeOf(b)];
    if (x !== y) return x < y ? 1 : -1;
    return a.id < b.id ? -1 : 1;
  });
}

/** Of a run whose executors went before a restart, the history alone knows what they used up. */
function withKeptHours(run: JobRun, kept: Run | undefined): Run['facts'] {
  const isHours = ({ key }: Fact) => key === FACT_EXECUTOR_HOURS;
  const known = kept?.facts?.find(isHours);
  return known && !run.facts?.some(isHours)
    ? [...(run.facts ?? []), known]
    : run.facts;
}

function timeOf(run: Run): string {
  return run.startedAt ?? run.submittedAt ?? run.finishedAt ?? '';
}

function matches(run: Run, query: RunQuery): boolean {
  if (query.source && run.source !== query.source) return false;
  if (query.uid && run.uid !== query.uid) return false;
  if (query.series && run.series !== query.series) return false;
  if (query.before && timeOf(run) >= query.before) return false;
  if (query.outcome === 'running') return run.outcome === undefined;
  return query.outcome === undefined || run.outcome === query.outcome;
}

function upTo(runs: readonly JobRun[], limit: number): readonly JobRun[] {
  let end = Math.min(limit, runs.length);
  while (end < runs.length && timeOf(runs[end]) === timeOf(runs[end - 1])) {
    end += 1;
  }
  return runs.slice(0, end);
}
