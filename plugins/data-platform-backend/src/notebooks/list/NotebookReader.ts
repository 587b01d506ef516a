import {
  NotebookServer,
  NotebookServerDetail,
  NotebookServerPage,
  NotebookVolume,
  OperationAvailability,
  ResourceDetail,
} from '@millrace/backstage-plugin-data-platform-common';
import { WorkbenchFacts } from '@millrace/backstage-plugin-data-platform-node';
import { Prices } from '../../executors/Prices';
import { Viewer } from '../../permissions/Viewer';
import { quotaLines } from '../../rollup/quotaLines';
import { IndexedResource, ResourceIndex } from '../../store/types';
import { NotebookOwners } from '../entities/NotebookOwners';
import { NotebookSettings } from '../settings/NotebookSettings';
import { Candidate } from './Candidate';
import { heldResources } from './heldResources';
import { isHolding } from './isHolding';
import { isReady } from './isReady';
import { notebookMatcher } from './notebookMatcher';
import { NOTEBOOK_ORDERS } from './notebookOrders';
import { NotebookQuery } from './NotebookQuery';
import { notebookTotals } from './notebookTotals';
import { notebookVolumes } from './notebookVolumes';
import { openLink } from './openLink';
import { resizeOffer } from './resizeOffer';
import { WorkspaceKinds } from './WorkspaceKinds';

/** A page but for what only the index as a whole knows. */
export type NotebookList = Omit<
  NotebookServerPage,
  'version' | 'warming' | 'generatedAt'
>;

export interface NotebookReaderOptions {
  index: ResourceIndex;
  owners: NotebookOwners;
  settings: NotebookSettings;
  prices?: Prices;
  kinds: Pick<WorkspaceKinds, 'of'>;
  /** Now by the clock of a cluster, epoch milliseconds. */
  now(source: string): number;
  /** What the viewer can do with a server, beside changing its size. */
  operations(
    viewer: Viewer,
    resource: IndexedResource,
  ): OperationAvailability[];
}

/** Notebook servers as screens show them. Reads the index alone. */
export class NotebookReader {
  readonly #options: NotebookReaderOptions;

  constructor(options: NotebookReaderOptions) {
    this.#options = options;
  }

  list(query: NotebookQuery, viewer: Viewer): NotebookList {
    const { index, settings, prices } = this.#options;
    const { ownerRef, ...rest } = query;
    const ofAnyOwner = index
      .workbenches(viewer.read.allows)
      .flatMap(resource => this.#candidate(resource) ?? [])
      .filter(notebookMatcher(rest, viewer));
    const scoped = ofAnyOwner.filter(
      ({ owner }) => !ownerRef || owner === ownerRef,
    );
    const shown = scoped
      .filter(({ facts }) => !query.state || facts.state === query.state)
      .sort(NOTEBOOK_ORDERS[query.sort]);
    const { offset, limit } = query;
    return {
      items: shown
        .slice(offset, offset + limit)
        .map(candidate => this.#told(candidate, viewer)),
      total: shown.length,
      totals: notebookTotals(scoped, {
        idleAfterMs: settings.idleAfterMs,
        priced: prices !== undefined,
      }),
      owners: ownersOf(ofAnyOwner),
      ...(prices && { currency: prices.currency }),
      idleAfterMinutes: settings.idleAfterMs / 60_000,
    };
  }

  /** Undefined for what is no notebook server. */
  server(
    resource: IndexedResource,
    viewer: Viewer,
  ): NotebookServer | undefined {
    const candidate = this.#candidate(resource);
    return candidate && this.#told(candidate, viewer);
  }

  /** Undefined for what is no notebook server. */
  detail(
    resource: IndexedResource,
    detail: ResourceDetail,
    viewer: Viewer,
  ): Omit<NotebookServerDetail, 'version' | 'warming'> | undefined {
    const candidate = this.#candidate(resource);
    if (!candidate) return undefined;
    const { index, prices } = this.#options;
    const { source, namespace = '' } = resource.row;
    const server = this.#told(candidate, viewer);
    return {
      server,
      detail: { ...detail, operations: server.operations },
      volumes: this.#volumes(resource, candidate.facts, viewer),
      podDefaults: [...(candidate.facts.podDefaults ?? [])],
      quota: quotaLines(index.quotas(source, namespace)),
      ...(prices && { currency: prices.currency }),
    };
  }

  #candidate(resource: IndexedResource): Candidate | undefined {
    const { workbench: facts, row } = resource;
    if (!facts) return undefined;
    const { index, owners, prices } = this.#options;
    const now = this.#options.now(row.source);
    const known = owners.of(row.source, row.uid);
    const holding = isHolding(resource, facts, index);
    const idleSince =
      facts.state === 'running' && facts.activityKnown
        ? facts.lastActivity
        : undefined;
    return {
      resource,
      facts,
      owner: known?.ownerRef ?? row.ownerRef,
      ownerVerified: known?.ownerRef !== undefined,
      title: known?.title,
      holding,
      held: holding ? heldResources(facts, now, prices) : {},
      ...(idleSince !== undefined && {
        idleSince,
        idleMs: Math.max(0, now - idleSince),
      }),
    };
  }

  #told(candidate: Candidate, viewer: Viewer): NotebookServer {
    const { resource, facts, owner, ownerVerified, held } = candidate;
    const { index, settings, operations } = this.#options;
    const { row } = resource;
    const image = this.#workspaceImage(resource, facts);
    return {
      resource: row,
      ...(candidate.title && { title: candidate.title }),
      generation: facts.generation,
      state: facts.state,
      image: facts.image,
      imageTitle:
        image?.option.title ?? facts.imageTitle ?? this.#listedTitle(facts),
      startedAt: wire(facts.startedAt),
      stoppedAt: wire(facts.stoppedAt),
      ...(facts.culled && { culled: true }),
      idleSince: wire(candidate.idleSince),
      activityKnown: facts.activityKnown,
      activityNote: facts.activityNote,
      cpu: facts.cpu,
      memory: facts.memory,
      gpu: facts.gpu,
      ...(facts.options && { options: facts.options }),
      ...held,
      ...openLink(
        resource,
        facts,
        image?.ports[0],
        isReady(resource, index),
        settings.connectBase(row.source),
      ),
      owner,
      ownerVerified,
      entityRef: row.entityRef,
      operations: [
        ...operations(viewer, resource),
        resizeOffer(viewer, resource, facts),
      ],
    };
  }

  /** What the form calls an image. */
  #listedTitle({ image }: WorkbenchFacts): string | undefined {
    const { images } = this.#options.settings;
    return images.find(each => each.image === image)?.title;
  }

  /** What a Workspace runs, as its kind has it. */
  #workspaceImage({ row }: IndexedResource, { options }: WorkbenchFacts) {
    const { kind, imageConfig } = options ?? {};
    const known = kind && this.#options.kinds.of(row.source, kind);
    return known
      ? known.images.find(({ option }) => option.id === imageConfig)
      : undefined;
  }

  #volumes(
    { row }: IndexedResource,
    facts: WorkbenchFacts,
    viewer: Viewer,
  ): NotebookVolume[] {
    const { index } = this.#options;
    const { source, namespace = '' } = row;
    return notebookVolumes(facts, index.claims(source, namespace), claim =>
      index
        .claimUsers(source, namespace, claim)
        .map(user => user.row)
        .filter(user => user.id !== row.id && viewer.read.allows(user))
        .map(({ name }) => name),
    );
  }
}

function ownersOf(candidates: readonly Candidate[]): string[] {
  return [...new Set(candidates.flatMap(({ owner }) => owner ?? []))].sort();
}

function wire(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
