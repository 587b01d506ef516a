import { refTitle } from '@millrace/backstage-plugin-data-platform-common';
import { Clock, sleep } from '../../clusters/Clock';
import { Mandate } from '../Mandate';
import { hasEnded, OperationRecord } from '../OperationRecord';
import { OperationTable } from '../OperationTable';
import { LeaseLost, StepLedger } from '../StepLedger';
import { endSentence } from './endSentence';
import { RunEnds } from './RunEnds';
import { RunStarter } from './RunStarter';
import { SeriesPlan, SeriesStep } from './types';

/** How often the lease is renewed and a wish to end is looked for, ms. */
const LOOK_MS = 15_000;
/** How often the cluster is asked for a run that it has not told of, ms. */
const UNSEEN_MS = 60_000;
/** Changes come in bursts: one look a second is enough, ms. */
const CALM_MS = 1_000;

export interface SeriesServices {
  table: OperationTable;
  clock: Clock;
  ends: RunEnds;
  starter: RunStarter;
}

/** A series under way in this process. */
interface Underway {
  record: OperationRecord;
  series: SeriesPlan;
  mandate: Mandate;
  signal: AbortSignal;
  /** Why no more runs are started; the running ones are waited for. */
  stopping?: string;
  /** Steps that wait for room, and until when, epoch ms. */
  waiting: Map<string, number>;
  /** When the cluster is asked next for a run that nobody has seen, epoch ms. */
  askAgain: Map<string, number>;
}

/**
 * Executes a series of runs: starts them in order, so many at a time, and sees each to its end. What has been started is
 * never started again: the run of a date has its own name and carries the operation's id. Runs are never taken back.
 */
export class SeriesExecutor {
  readonly #services: SeriesServices;
  readonly #ledger: StepLedger;
  readonly #nudges = new Map<string, () => void>();

  /** @param owner - identity of this process in leases */
  constructor(services: SeriesServices, owner: string) {
    this.#services = services;
    this.#ledger = new StepLedger(services.table, services.clock, owner);
  }

  /** Looks at a series of this process now: somebody has asked it to end. */
  nudge(id: string): void {
    this.#nudges.get(id)?.();
  }

  /** Carries on until the series has ended or another process holds it. */
  async run(
    record: OperationRecord & { series: SeriesPlan },
    mandate: Mandate,
    signal: AbortSignal,
  ): Promise<void> {
    const underway: Underway = {
      record,
      series: record.series,
      mandate,
      signal,
      waiting: new Map(),
      askAgain: new Map(),
    };
    record.state = 'running';
    try {
      while (!hasEnded(record)) {
        await this.#turn(underway);
        if (signal.aborted) throw new LeaseLost();
        if (!hasEnded(record)) await this.#wait(underway);
      }
    } catch (error) {
      if (signal.aborted) {
        await this.#ledger.release(record, 0);
        return;
      }
      if (!(error instanceof LeaseLost)) throw error;
    }
  }

  /** One look at all of it. */
  async #turn(underway: Underway): Promise<void> {
    const { record } = underway;
    await this.#ledger.renew(record);
    await this.#heedCancel(underway);
    await this.#lookForEnds(underway);
    await this.#startMore(underway);
    if (underway.stopping) this.#skipRest(underway);
    const open = stepsOf(record).some(({ id }) =>
      ['pending', 'running'].includes(stateOf(record, id)),
    );
    if (open) {
      await this.#ledger.save(record);
      return;
    }
    record.error = endSentence(record, underway.stopping);
    await this.#ledger.end(record, endState(record));
  }

  async #heedCancel(underway: Underway): Promise<void> {
    const { record } = underway;
    const cancel = await this.#services.table.cancelled(record.id);
    if (!cancel) return;
    underway.stopping = `Cancelled by ${refTitle(cancel.by)}.`;
    // Whoever cancels waits for this: from here on no run is started.
    record.output = { ...record.output, cancelledBy: cancel.by };
  }

  async #lookForEnds(underway: Underway): Promise<void> {
    const { record, series } = underway;
    for (const step of stepsOf(record)) {
      const progress = record.progress[step.id];
      if (progress?.state !== 'running' || !progress.uid) continue;
      const run = this.#services.starter.identityOf(series, step);
      const { uid } = progress;
      let end = await this.#services.ends.of({ ...run, uid });
      if (end === 'unseen') end = await this.#askCluster(underway, step, uid);
      if (end === 'running' || end === 'unseen') continue;
      underway.askAgain.delete(step.id);
      const succeeded = end.outcome === 'succeeded';
      this.#ledger.note(record, step, {
        state: succeeded ? 'done' : 'failed',
        uid,
        ...(!succeeded && { message: end.message }),
      });
      if (!succeeded) this.#failed(underway, step, end.message);
    }
  }

  #failed(underway: Underway, step: SeriesStep, message: string): void {
    if (underway.series.onFailure === 'continue') return;
    underway.stopping ??= `The run of ${step.date} did not succeed. ${message}`;
  }

  /** Neither told nor remembered: after a while the cluster is asked, so that a run which went unseen ends too. */
  async #askCluster(underway: Underway, step: SeriesStep, uid: string) {
    const now = this.#services.clock.now();
    const due = underway.askAgain.get(step.id);
    underway.askAgain.set(
      step.id,
      due === undefined || due <= now ? now + UNSEEN_MS : due,
    );
    if (due === undefined || due > now) return 'unseen' as const;
    return this.#services.starter.isThere(underway, step, uid);
  }

  async #startMore(underway: Underway): Promise<void> {
    const { record, series, waiting } = underway;
    const { clock, starter } = this.#services;
    for (const step of stepsOf(record)) {
      if (underway.stopping || underway.signal.aborted) return;
      const progress = record.progress[step.id];
      const begun = progress?.state === 'running' && !progress.uid;
      if (!begun) {
        if (stateOf(record, step.id) !== 'pending') continue;
        if (runningIn(record) >= series.parallel) return;
        const until = waiting.get(step.id) ?? 0;
        // In order: what comes after does not overtake it, and finds no more room either.
        if (until > clock.now()) return;
        this.#ledger.note(record, step, { state: 'running' });
        await this.#ledger.save(record);
      }
      await this.#ledger.renew(record);
      const start = await starter.start(underway, step, begun);
      switch (start.type) {
        case 'started':
          waiting.delete(step.id);
          this.#ledger.note(record, step, {
            state: 'running',
            uid: start.uid,
            ...(start.message && { message: start.message }),
          });
          break;
        case 'wait':
          waiting.set(step.id, clock.now() + start.ms);
          this.#ledger.note(record, step, {
            state: 'pending',
            message: start.message,
          });
          await this.#ledger.save(record);
          return;
        case 'failed':
          this.#ledger.note(record, step, {
            state: 'failed',
            message: start.message,
          });
          this.#failed(underway, step, start.message);
          break;
        default:
          this.#ledger.note(record, step, {
            state: 'failed',
            message: start.message,
          });
          underway.stopping = start.message;
      }
      await this.#ledger.save(record);
    }
  }

  #skipRest({ record }: Underway): void {
    for (const step of stepsOf(record)) {
      if (stateOf(record, step.id) === 'pending') {
        this.#ledger.note(record, step, { state: 'skipped' });
      }
    }
  }

  /** Until something may have happened: a run has ended, somebody cancels, or it is time to look. */
  async #wait({ record, series, signal, waiting }: Underway): Promise<void> {
    const { clock, ends } = this.#services;
    const wake = new AbortController();
    const nudge = () => wake.abort();
    const uids = new Set(
      Object.values(record.progress).flatMap(({ uid }) => uid ?? []),
    );
    const { namespace } = series.template.metadata;
    const unwatch = ends.watch(
      { source: series.source, namespace, uids },
      () => {
        // Room may have come: who waits for it looks again.
        waiting.clear();
        nudge();
      },
    );
    this.#nudges.set(record.id, nudge);
    try {
      const from = clock.now();
      await sleep(clock, LOOK_MS, AbortSignal.any([signal, wake.signal]));
      const calm = CALM_MS - (clock.now() - from);
      if (calm > 0) await sleep(clock, calm, signal);
    } finally {
      unwatch();
      this.#nudges.delete(record.id);
    }
  }
}

function stepsOf(record: OperationRecord): SeriesStep[] {
  return record.steps.filter((step): step is SeriesStep => step.verb === 'run');
}

/** Whether it came out well, was ended by a person, or by itself. Runs that all succeeded were not cancelled in the end. */
function endState({ error, output }: OperationRecord) {
  if (!error) return 'done';
  return output.cancelledBy ? 'cancelled' : 'failed';
}

function stateOf(record: OperationRecord, id: string): string {
  return record.progress[id]?.state ?? 'pending';
}

function runningIn(record: OperationRecord): number {
  return Object.values(record.progress).filter(
    ({ state }) => state === 'running',
  ).length;
}
