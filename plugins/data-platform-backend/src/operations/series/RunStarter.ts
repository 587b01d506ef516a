import { ConflictError, NotAllowedError } from '@backstage/errors';
import { ClusterError } from '../../clusters/ClusterError';
import { EntityStore } from '../../entities/types';
import { fullQuota } from '../../integrations/spark/runsThatFit';
import { ResourceIndex } from '../../store/types';
import { ClusterRefusal } from '../ClusterRefusal';
import { Clusters } from '../Clusters';
import { ClusterWriter } from '../ClusterWriter';
import { Clock } from '../../clusters/Clock';
import { groupOf, KindTable } from '../KindTable';
import { Mandate } from '../Mandate';
import { OperationRecord } from '../OperationRecord';
import { performStep } from '../performStep';
import { RunEnd, RunEnds, RunIdentity } from './RunEnds';
import { SystemCaller } from '../systems/SystemCaller';
import { seriesWrite } from './seriesRun';
import { SeriesPlan, SeriesStep } from './types';

/** How long until a start that had no room, or no answer, is tried again, ms. */
const ROOM_MS = 20_000;
const AWAY_MS = 30_000;

/** What became of the start of a run. */
export type Start =
  | { type: 'started'; uid: string; message?: string }
  /** Nothing was made; another try may pass. */
  | { type: 'wait'; ms: number; message: string }
  /** This one cannot be started, others can. */
  | { type: 'failed'; message: string }
  /** No more can be started. */
  | { type: 'stop'; message: string };

/** The series that a run belongs to. */
export interface SeriesContext {
  record: OperationRecord;
  series: SeriesPlan;
  mandate: Mandate;
  signal: AbortSignal;
}

export interface RunStarterServices {
  clusters: Clusters;
  kinds: KindTable;
  entities: EntityStore;
  ends: RunEnds;
  index: ResourceIndex;
  clock: Clock;
}

/** Starts runs of a series, in the name of the person and with the rights that the person has then. */
export class RunStarter {
  readonly #services: RunStarterServices;

  constructor(services: RunStarterServices) {
    this.#services = services;
  }

  /** What identifies the run of a step, but for its uid. */
  identityOf(
    { source, template }: SeriesPlan,
    { name }: SeriesStep,
  ): Omit<RunIdentity, 'uid'> {
    const { apiVersion, kind, metadata } = template;
    const { namespace } = metadata;
    return { source, group: groupOf(apiVersion), kind, namespace, name };
  }

  /** @param again - an earlier process meant to start it, and is not known to have done so */
  async start(
    context: SeriesContext,
    step: SeriesStep,
    again: boolean,
  ): Promise<Start> {
    const { record, series, mandate, signal } = context;
    const { entities, ends } = this.#services;
    if (again) {
      // It may have been started, have ended and be gone: then only the history knows.
      const { entityRef } = record;
      const uid = await ends.byName({
        ...this.identityOf(series, step),
        entityRef,
      });
      if (uid) return { type: 'started', uid };
    }
    const full = again ? undefined : this.#full(context);
    if (full) return full;
    try {
      await mandate.check();
      const { uid, message } = await performStep(
        seriesWrite(series, step, record.id),
        {
          operationId: record.id,
          actor: record.actor.userRef,
          entities,
          signal,
          writerFor: source => this.#writer(source, mandate),
          cancelSeries: noSeries,
          // A run is an object of a cluster; nothing else is called for it.
          systems: new SystemCaller([], this.#services.clock),
        },
      );
      return uid
        ? { type: 'started', uid, ...(message && { message }) }
        : { type: 'failed', message: 'The cluster gave the run no uid.' };
    } catch (error) {
      if (signal.aborted) throw error;
      return startOf(error);
    }
  }

  /**
   * The cluster takes the object of a run that has no room, and refuses its pods later: the run would fail. So it is
   * started only while the quota, as it is told, has room for it and for those that have been started and are not at
   * work yet.
   */
  #full({ record, series }: SeriesContext): Start | undefined {
    const { index } = this.#services;
    const { source, template, needs } = series;
    const { namespace = '' } = template.metadata;
    const starting = record.steps.filter(step => {
      const { state, uid } = record.progress[step.id] ?? {};
      if (step.verb !== 'run' || state !== 'running' || !uid) return false;
      return !index.find(this.identityOf(series, step))?.row.startedAt;
    });
    const quotas = index.quotas(source, namespace);
    const full = fullQuota(needs, starting.length + 1, quotas);
    return full
      ? {
          type: 'wait',
          ms: ROOM_MS,
          message: `Waits for room in namespace ${namespace} on cluster ${source}: ${full}.`,
        }
      : undefined;
  }

  /** For a run that nobody has seen: whether the cluster has it. */
  async isThere(
    { series, mandate, signal }: SeriesContext,
    step: SeriesStep,
    uid: string,
  ): Promise<RunEnd | 'unseen'> {
    const { namespace } = series.template.metadata;
    const { apiVersion, kind } = series.template;
    try {
      await mandate.check();
      const live = await this.#writer(series.source, mandate).read(
        { apiVersion, kind, namespace, name: step.name },
        { identity: 'user', signal },
      );
      if (live?.metadata.uid === uid) return 'unseen';
      return {
        outcome: 'cancelled',
        message: 'It has gone before the portal saw how it ended.',
      };
    } catch {
      // Asked again later: no answer says nothing of the run.
      return 'unseen';
    }
  }

  #writer(source: string, mandate: Mandate): ClusterWriter {
    const { clusters, kinds, clock } = this.#services;
    const cluster = clusters.get(source);
    return new ClusterWriter({
      cluster,
      person: mandate.personOn(cluster),
      kinds,
      now: clock.now,
    });
  }
}

async function noSeries(): Promise<never> {
  throw new Error('A series does not end another.');
}

function startOf(error: unknown): Start {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ClusterRefusal) {
    if (error.transient) {
      return { type: 'wait', ms: error.retryAfterMs ?? AWAY_MS, message };
    }
    return /exceeded quota/.test(error.serverMessage)
      ? { type: 'wait', ms: ROOM_MS, message: noRoom(error) }
      : { type: 'stop', message };
  }
  if (error instanceof ClusterError) {
    return ['refused', 'dns', 'timeout', 'reset', 'protocol'].includes(
      error.kind,
    )
      ? { type: 'wait', ms: AWAY_MS, message }
      : { type: 'stop', message };
  }
  if (error instanceof ConflictError) return { type: 'failed', message };
  if (error instanceof NotAllowedError) return { type: 'stop', message };
  return { type: 'stop', message };
}

function noRoom({ serverMessage, attempt }: ClusterRefusal): string {
  const said = /exceeded quota: .*/.exec(serverMessage)?.[0] ?? serverMessage;
  return `Waits for room in namespace ${attempt.namespace} on cluster ${
    attempt.cluster
  }: ${said.replace(/\.\s*$/, '')}.`;
}
