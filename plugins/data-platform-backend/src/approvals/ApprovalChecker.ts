import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ResourceSystem,
  SystemOperation,
} from '@millrace/backstage-plugin-data-platform-node';
import { Clock } from '../clusters/Clock';
import { OperationTable } from '../operations/OperationTable';
import { withDeadline } from '../systems/deadline';
import { ApprovalNews } from './ApprovalNews';
import { ApprovalRecord } from './ApprovalRecord';
import { ApprovalTable } from './ApprovalTable';

const ANSWER_MS = 10_000;
/** Looked at in one round. */
const AT_ONCE = 100;
/** An operation that is not there this long after its approval was taken was never accepted. */
const ACCEPTED_WITHIN_MS = 5 * 60_000;

export interface CheckerOptions {
  table: ApprovalTable;
  operations: Pick<OperationTable, 'get'>;
  systems: readonly ResourceSystem[];
  news: ApprovalNews;
  /** How long closed ones are kept, days. */
  retentionDays: number;
  clock: Clock;
  logger: LoggerService;
}

/** Keeps what is recorded true: requests whose subject has changed, and operations that have ended. */
export class ApprovalChecker {
  readonly #options: CheckerOptions;

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** Once a minute, in one replica: what has gone stale, what was carried out, what is too old to keep. */
  async sweep(signal: AbortSignal): Promise<void> {
    const { table, clock, logger, retentionDays } = this.#options;
    const now = clock.now();
    for (const { operationId = '' } of await table.claimed(now, AT_ONCE)) {
      await this.settle(operationId);
    }
    for (const record of await table.unchecked(AT_ONCE)) {
      if (signal.aborted) return;
      await table.checked(record.id, now);
      await this.check(record, signal).catch(error =>
        logger.warn(`Approval ${record.id} could not be checked: ${error}`),
      );
    }
    await table.prune(now - retentionDays * 86_400_000);
  }

  /**
   * Whether what was looked at is still there; where it is not, the request is closed and who takes part is told. A server
   * that does not answer changes nothing: it is asked again before anything is done.
   */
  async check(
    record: ApprovalRecord,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { table, clock, news } = this.#options;
    const drifted = this.#operation(record.operation)?.drifted;
    if (!drifted) return undefined;
    const { calls, pins } = record;
    const reason = await withDeadline(clock, ANSWER_MS, signal, inner =>
      drifted({ calls, pins }, inner),
    ).catch(error => {
      this.#options.logger.info(
        `Whether approval ${record.id} still holds is not known: ${error}`,
      );
      return undefined;
    });
    if (!reason) return undefined;
    if (await table.close(record.id, 'stale', clock.now(), reason)) {
      void news.tell(record, { what: 'stale', text: reason });
    }
    return reason;
  }

  /** An operation has ended (or never began): its approval is used up, or free again. */
  async settle(operationId: string): Promise<void> {
    const { table, operations, clock, news } = this.#options;
    const record = await table.byOperation(operationId);
    if (!record) return;
    const operation = await operations.get(operationId);
    if (operation?.state === 'done') {
      if (await table.done(operationId, clock.now())) {
        const by = operation.actor.userRef;
        void news.tell(record, { what: 'done', by });
      }
      return;
    }
    const ended =
      operation && ['failed', 'cancelled'].includes(operation.state);
    const lost =
      !operation && clock.now() - (record.claimedAt ?? 0) > ACCEPTED_WITHIN_MS;
    if (ended || lost) await table.release(operationId);
  }

  #operation(id: string): SystemOperation<any> | undefined {
    return this.#options.systems
      .flatMap(({ operations = [] }) => operations)
      .find(operation => operation.id === id);
  }
}
