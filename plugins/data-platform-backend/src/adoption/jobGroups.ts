import { createHash } from 'node:crypto';
import { runNameBase } from '../join/runNameBase';
import { groupKind } from '../store/keys';
import { oncePer } from '../store/oncePer';
import { IndexedResource } from '../store/types';
import { Maker, makerOf, selectorOf } from './makerOf';

/** Live objects that are one job, as it seems, and belong to no Component. */
export interface JobGroup {
  /** Opaque; stays the same as long as its runs are found the same way. */
  readonly key: string;
  readonly source: string;
  readonly namespace: string;
  readonly foundBy: 'schedule' | 'label-selector' | 'maker' | 'name';
  readonly maker?: string;
  /** Selects its runs, where labels do. */
  readonly labelSelector?: string;
  /** What the names of its runs have in common, where names tell. */
  readonly runName?: string;
  /** Name that is proposed for it. */
  readonly name: string;
  readonly schedule?: IndexedResource;
  /** The youngest of its runs. */
  readonly newest?: IndexedResource;
  readonly runs: number;
}

interface Draft {
  place: { source: string; namespace: string };
  kind: string;
  group: string;
  maker?: Maker;
  schedule?: IndexedResource;
  /** By what is left of their names. */
  byBase: Map<string, Bunch>;
}

interface Bunch {
  newest: IndexedResource;
  runs: number;
}

const traits = oncePer(({ object }: IndexedResource) => ({
  maker: makerOf(object),
  base: runNameBase(object.metadata.name),
}));

/**
 * Groups what belongs to no Component into jobs: by the schedule that started it, by who made it, by its name. One pass.
 *
 * @param unjoined - runs and schedules of kinds that are jobs, each in a namespace
 */
export function jobGroups(unjoined: readonly IndexedResource[]): JobGroup[] {
  const drafts = new Map<string, Draft>();
  const schedules = new Map<string, Draft>();
  for (const resource of unjoined) {
    const { row } = resource;
    if (row.nature === 'schedule') {
      const key = idOf(row.source, row.namespace, 'schedule', row.uid);
      const draft = { ...draftOf(resource), schedule: resource };
      drafts.set(key, draft);
      schedules.set(idOf(row.source, row.namespace, row.uid), draft);
    }
  }
  for (const resource of unjoined) {
    const { row } = resource;
    if (row.nature !== 'run') continue;
    const owner =
      row.parentUid &&
      schedules.get(idOf(row.source, row.namespace, row.parentUid));
    const draft = owner || draftFor(resource, drafts);
    addRun(draft, owner ? '' : traits(resource).base, resource);
  }
  return [...drafts].flatMap(([key, draft]) => toGroups(key, draft));
}

function draftOf({ row }: IndexedResource): Draft {
  const { source, namespace = '', kind, group } = row;
  return { place: { source, namespace }, kind, group, byBase: new Map() };
}

function draftFor(
  resource: IndexedResource,
  drafts: Map<string, Draft>,
): Draft {
  const { row } = resource;
  const { maker, base } = traits(resource);
  const alike = maker
    ? [maker.maker ?? '', selectorOf(maker.labels ?? {})]
    : ['name', base];
  const kind = groupKind(row.kind, row.group);
  const key = idOf(row.source, row.namespace, kind, ...alike);
  let draft = drafts.get(key);
  if (!draft) {
    draft = { ...draftOf(resource), maker };
    drafts.set(key, draft);
  }
  return draft;
}

function addRun(draft: Draft, base: string, resource: IndexedResource): void {
  const bunch = draft.byBase.get(base);
  if (!bunch) {
    draft.byBase.set(base, { newest: resource, runs: 1 });
    return;
  }
  bunch.runs += 1;
  if (isYounger(resource, bunch.newest)) bunch.newest = resource;
}

function isYounger(a: IndexedResource, b: IndexedResource): boolean {
  const [x, y] = [a.row.createdAt, b.row.createdAt];
  return x === y ? a.row.name > b.row.name : x > y;
}

function toGroups(key: string, draft: Draft): JobGroup[] {
  const { maker, schedule, place } = draft;
  const bunches = [...draft.byBase];
  if (schedule) {
    const [bunch] = draft.byBase.values();
    return [
      {
        ...place,
        key: hash(key),
        foundBy: 'schedule',
        name: jobName(schedule.row.name),
        schedule,
        ...(bunch && { newest: bunch.newest }),
        runs: bunch?.runs ?? 0,
      },
    ];
  }
  // Labels that several jobs share, as those of one Helm release, tell nothing more: their names do.
  if (maker?.labels && !(maker.shared && bunches.length > 1)) {
    const all = bunches.map(([, bunch]) => bunch);
    const newest = all
      .map(bunch => bunch.newest)
      .reduce((a, b) => (isYounger(b, a) ? b : a));
    return [
      {
        ...place,
        key: hash(key),
        foundBy: maker.foundBy,
        ...(maker.maker && { maker: maker.maker }),
        labelSelector: selectorOf(maker.labels),
        name: jobName(maker.name ?? bunches[0][0]),
        newest,
        runs: all.reduce((sum, { runs }) => sum + runs, 0),
      },
    ];
  }
  return bunches.map(([base, bunch]) => ({
    ...place,
    key: hash(`${key}\0${base}`),
    foundBy: maker?.foundBy === 'maker' ? 'maker' : 'name',
    ...(maker?.maker && { maker: maker.maker }),
    runName: base,
    name: jobName(base),
    ...bunch,
  }));
}

/** A name as the catalog and Kubernetes both take it, as near as can be. */
export function jobName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return name || 'job';
}

function idOf(...parts: readonly (string | undefined)[]): string {
  return parts.map(part => part ?? '').join('\0');
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}
