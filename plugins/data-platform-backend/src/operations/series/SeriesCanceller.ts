import { Clock, sleep } from '../../clusters/Clock';
import { ClusterWriter } from '../ClusterWriter';
import { hasEnded, OperationRecord } from '../OperationRecord';
import { OperationTable } from '../OperationTable';
import { CancelStep, SeriesPlan } from './types';

/** How long whoever cancels waits until the series starts no more runs, ms. A lease and a look of another replica. */
const HEED_MS = 90_000;
const LOOK_MS = 250;

/** Ends series of runs, in the name of whoever asks for it. */
export class SeriesCanceller {
  readonly #table: OperationTable;
  readonly #clock: Clock;
  readonly #nudge: (id: string) => void;

  /** @param nudge - lets a series of this process look at once */
  constructor(
    table: OperationTable,
    clock: Clock,
    nudge: (id: string) => void,
  ) {
    this.#table = table;
    this.#clock = clock;
    this.#nudge = nudge;
  }

  /** Doing it again changes nothing. Running ones are ended only once it is sure that no other is started. */
  async cancel(
    { operationId, stopRunning }: CancelStep,
    by: {
      actor: string;
      signal: AbortSignal;
      writerFor(source: string): ClusterWriter;
    },
  ): Promise<{ message: string }> {
    await this.#table.cancel(operationId, {
      by: by.actor,
      at: this.#clock.now(),
    });
    this.#nudge(operationId);
    if (!stopRunning) {
      return { message: 'No more runs are started; those that go on do.' };
    }
    const record = await this.#heeded(operationId, by.signal);
    const stopped = record?.series
      ? await this.#stop(record, record.series, by)
      : 0;
    return {
      message: `No more runs are started, and ${stopped} ${
        stopped === 1 ? 'was' : 'were'
      } stopped.`,
    };
  }

  async #heeded(
    id: string,
    signal: AbortSignal,
  ): Promise<OperationRecord | undefined> {
    const deadline = this.#clock.now() + HEED_MS;
    for (;;) {
      const record = await this.#table.get(id);
      if (!record || hasEnded(record) || record.output.cancelledBy) {
        return record;
      }
      signal.throwIfAborted();
      if (this.#clock.now() > deadline) {
        throw new Error(
          'The series will start no more runs, but no replica of the portal has taken note yet, so those that go on were not stopped. Stop them on their pages, or try again.',
        );
      }
      await sleep(this.#clock, LOOK_MS, signal);
    }
  }

  async #stop(
    record: OperationRecord,
    { source, template }: SeriesPlan,
    by: { signal: AbortSignal; writerFor(source: string): ClusterWriter },
  ): Promise<number> {
    const { apiVersion, kind, metadata } = template;
    let stopped = 0;
    for (const step of record.steps) {
      const progress = record.progress[step.id];
      if (step.verb !== 'run' || progress?.state !== 'running') continue;
      if (!progress.uid) continue;
      const { namespace } = metadata;
      const found = await by
        .writerFor(source)
        .delete(
          { apiVersion, kind, namespace, name: step.name, uid: progress.uid },
          { identity: 'user', signal: by.signal },
        );
      if (found) stopped += 1;
    }
    return stopped;
  }
}
