import { Clock } from '../clusters/Clock';
import { OperationRecord, StepProgress } from './OperationRecord';
import { OperationTable } from './OperationTable';

/** A lease outlives the longest single request (10 s) by far; it is renewed before each write. */
export const LEASE_MS = 60_000;

/** The lease went to another replica, or the process is about to end: hands off. */
export class LeaseLost extends Error {}

/** Writes down how far an operation has come, as long as this process holds it. */
export class StepLedger {
  readonly #table: OperationTable;
  readonly #clock: Clock;
  readonly #owner: string;

  /** @param owner - identity of this process in leases */
  constructor(table: OperationTable, clock: Clock, owner: string) {
    this.#table = table;
    this.#clock = clock;
    this.#owner = owner;
  }

  note(
    record: OperationRecord,
    step: { id: string },
    progress: StepProgress,
  ): void {
    record.progress[step.id] = {
      ...progress,
      at: new Date(this.#clock.now()).toISOString(),
    };
  }

  /** @throws LeaseLost - another process has it */
  async save(record: OperationRecord): Promise<void> {
    if (!(await this.#table.save(record, this.#owner))) {
      throw new LeaseLost();
    }
  }

  /** @throws LeaseLost - another process has it */
  async renew(record: OperationRecord): Promise<void> {
    const now = this.#clock.now();
    const held = await this.#table.lease(
      record.id,
      this.#owner,
      now,
      now + LEASE_MS,
    );
    if (!held) throw new LeaseLost();
  }

  async end(
    record: OperationRecord,
    state: 'done' | 'failed' | 'cancelled',
  ): Promise<void> {
    record.state = state;
    record.finishedAt = this.#clock.now();
    await this.save(record);
  }

  /** Lets go, so that it is taken up again after `until`. */
  release(record: OperationRecord, until: number): Promise<void> {
    return this.#table.release(record.id, this.#owner, until);
  }
}
