import { SourceFault } from '@millrace/backstage-plugin-data-platform-node';
import { Clock, sleep } from '../clusters/Clock';
import { ClusterError } from '../clusters/ClusterError';
import { EntityStore } from '../entities/types';
import { RunBranches } from '../history/RunBranches';
import { ClusterRefusal } from './ClusterRefusal';
import { ClusterWriter } from './ClusterWriter';
import { Clusters } from './Clusters';
import { PlannedStep } from './definition';
import { dryRunSteps } from './dryRun';
import { KindTable } from './KindTable';
import { Mandate } from './Mandate';
import { birthOf, isClusterStep } from './namespaces';
import { OperationRecord } from './OperationRecord';
import { OperationTable } from './OperationTable';
import { performStep, StepEnvironment } from './performStep';
import { SeriesCanceller } from './series/SeriesCanceller';
import { LeaseLost, StepLedger } from './StepLedger';
import { SystemCaller } from './systems/SystemCaller';
import { undoStep } from './undoStep';

/** Waits between tries of a write that might pass on another one, ms. */
const RETRY_MS: readonly number[] = [250, 1_000, 4_000];
/** How long a failed operation goes on trying to remove what it made, ms. */
const UNDO_WINDOW_MS = 60 * 60_000;
const UNDO_AGAIN_MS = 15_000;

export interface ExecutorServices {
  table: OperationTable;
  entities: EntityStore;
  clusters: Clusters;
  kinds: KindTable;
  canceller: SeriesCanceller;
  systems: SystemCaller;
  runBranches: Pick<RunBranches, 'put'>;
  clock: Clock;
}

/**
 * Executes the plan of one accepted operation, step by step, from wherever its record says it stands. Every step is
 * recorded before the next, every step may be repeated, and a failure removes exactly what was made.
 */
export class OperationExecutor {
  readonly #services: ExecutorServices;
  readonly #ledger: StepLedger;

  /** @param owner - identity of this process in leases */
  constructor(services: ExecutorServices, owner: string) {
    this.#services = services;
    this.#ledger = new StepLedger(services.table, services.clock, owner);
  }

  /**
   * Carries on until the operation has ended, another process holds it, or it has to wait for a cluster.
   * `beforeEnd` runs when all steps are done, to complete the output.
   */
  async run(
    record: OperationRecord,
    mandate: Mandate,
    options: {
      signal: AbortSignal;
      beforeEnd?: (record: OperationRecord) => Promise<void>;
    },
  ): Promise<void> {
    const environment = this.#environment(record, mandate, options.signal);
    try {
      if (record.direction === 'forward') {
        const failure = await this.#forward(record, mandate, environment);
        if (failure === undefined) {
          await options.beforeEnd?.(record);
          await this.#ledger.end(record, 'done');
          return;
        }
        record.direction = 'backward';
        record.error = failure;
        await this.#ledger.save(record);
      }
      await this.#backward(record, mandate, environment);
    } catch (error) {
      if (options.signal.aborted) {
        await this.#ledger.release(record, 0);
        return;
      }
      if (!(error instanceof LeaseLost)) throw error;
    }
  }

  /** Why it failed, or undefined when all is done. */
  async #forward(
    record: OperationRecord,
    mandate: Mandate,
    environment: StepEnvironment,
  ): Promise<string | undefined> {
    record.state = 'running';
    const failures: string[] = [];
    for (const step of record.steps) {
      if (record.progress[step.id]?.state === 'done') continue;
      this.#ledger.note(record, step, { state: 'running' });
      await this.#ledger.save(record);
      try {
        await mandate.check();
        await this.#checkNewNamespace(step, record, environment);
        const result = await this.#withRetries(environment.signal, async () => {
          await this.#ledger.renew(record);
          return performStep(step, environment);
        });
        await this.#noteBranch(record, step, result.uid);
        const { output, ...noted } = result;
        this.#ledger.note(record, step, { state: 'done', ...noted });
        if (output) record.output = { ...record.output, ...output };
        await this.#ledger.save(record);
      } catch (error) {
        if (error instanceof LeaseLost || environment.signal.aborted)
          throw error;
        const message = sentenceOf(error);
        this.#ledger.note(record, step, { state: 'failed', message });
        failures.push(`${step.title} failed. ${message}`);
        if (!('mayFail' in step && step.mayFail)) return failures.join(' ');
      }
    }
    return failures.length > 0 ? failures.join(' ') : undefined;
  }

  /** Before the step counts as done: a run whose branch is not noted would be told as one that is on none. */
  async #noteBranch(
    { id }: OperationRecord,
    step: PlannedStep,
    uid: string | undefined,
  ): Promise<void> {
    if (step.verb !== 'create' || !step.runsOn || !uid) return;
    const { runBranches, clock } = this.#services;
    const { source, runsOn } = step;
    const made = { operation: id, at: clock.now() };
    await runBranches.put({ source, uid }, runsOn, made);
  }

  /** Before the first write in a namespace that this operation made: asks the server for all of them at once. */
  async #checkNewNamespace(
    step: PlannedStep,
    record: OperationRecord,
    environment: StepEnvironment,
  ): Promise<void> {
    const birth = birthOf(step, record.steps);
    if (!birth) return;
    const inside = record.steps
      .filter(isClusterStep)
      .filter(each => birthOf(each, record.steps) === birth);
    if (inside[0]?.id !== step.id) return;
    const { findings } = await dryRunSteps(inside, environment);
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length > 0) {
      throw new Error(
        `The cluster refuses what belongs into it: ${errors
          .map(({ message }) => message)
          .join(' ')}`,
      );
    }
  }

  async #backward(
    record: OperationRecord,
    mandate: Mandate,
    environment: StepEnvironment,
  ): Promise<void> {
    const { clock } = this.#services;
    await mandate.refreshGroups();
    const leftovers: string[] = [];
    for (const step of [...record.steps].reverse()) {
      const progress = record.progress[step.id];
      if (
        !progress ||
        ['pending', 'undone', 'skipped'].includes(progress.state)
      ) {
        continue;
      }
      // The namespace is deleted with all that is in it.
      if (birthOf(step, record.steps)) continue;
      try {
        await this.#ledger.renew(record);
        if (await undoStep(step, progress, environment)) {
          this.#noteUndone(record, step);
        }
        await this.#ledger.save(record);
      } catch (error) {
        if (error instanceof LeaseLost || environment.signal.aborted)
          throw error;
        if (isTransient(error) && this.#mayUndoAgain(record)) {
          await this.#ledger.release(record, clock.now() + UNDO_AGAIN_MS);
          throw new LeaseLost();
        }
        leftovers.push(`${step.title}: ${sentenceOf(error)}`);
      }
    }
    if (leftovers.length > 0) {
      record.error = `${
        record.error
      } What was made could not all be removed again; remove it by hand: ${leftovers.join(
        ' ',
      )}`;
    }
    await this.#ledger.end(record, 'failed');
  }

  #mayUndoAgain(record: OperationRecord): boolean {
    return this.#services.clock.now() - record.createdAt < UNDO_WINDOW_MS;
  }

  async #withRetries<T>(
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        const wait = RETRY_MS[tries];
        if (!isTransient(error) || wait === undefined || signal.aborted) {
          throw error;
        }
        const asked =
          error instanceof ClusterRefusal ? error.retryAfterMs : undefined;
        await sleep(
          this.#services.clock,
          Math.min(asked ?? wait, 10_000),
          signal,
        );
        if (signal.aborted) throw error;
      }
    }
  }

  /** With a namespace, all that this operation had made in it. */
  #noteUndone(record: OperationRecord, step: PlannedStep): void {
    for (const each of record.steps) {
      const progress = record.progress[each.id];
      const gone = each === step || birthOf(each, record.steps) === step;
      if (gone && progress && progress.state !== 'failed') {
        this.#ledger.note(record, each, { ...progress, state: 'undone' });
      }
    }
  }

  #environment(
    record: OperationRecord,
    mandate: Mandate,
    signal: AbortSignal,
  ): StepEnvironment {
    const { clusters, kinds, entities, canceller, systems, clock } =
      this.#services;
    const actor = record.actor.userRef;
    const writerFor = (source: string) => {
      const cluster = clusters.get(source);
      const person = mandate.personOn(cluster);
      return new ClusterWriter({ cluster, person, kinds, now: clock.now });
    };
    return {
      operationId: record.id,
      actor,
      entityRef: record.entityRef,
      entities,
      signal,
      writerFor,
      systems,
      cancelSeries: step =>
        canceller.cancel(step, { actor, signal, writerFor }),
    };
  }
}

/** Another try might pass: no HTTP answer came, or the server says it is overloaded or broken. */
function isTransient(error: unknown): boolean {
  if (error instanceof ClusterRefusal || error instanceof SourceFault) {
    return error.transient;
  }
  return (
    error instanceof ClusterError &&
    ['refused', 'dns', 'timeout', 'reset', 'protocol'].includes(error.kind)
  );
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
