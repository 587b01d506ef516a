import {
  Finding,
  PlanApproval,
} from '@millrace/backstage-plugin-data-platform-common';
import { contentHash } from '../entities/normalForm';
import { ApprovalRecord } from './ApprovalRecord';
import { ApprovalTable } from './ApprovalTable';
import { approvalFinding, standingOf } from './standingOf';

/** What a plan asks leave for, with how that stands. */
export interface PlannedApproval extends PlanApproval {
  /** Hash of what is asked for. */
  about: string;
  pins: Readonly<Record<string, string>>;
  link?: string;
  belongs: ApprovalRecord['belongs'];
}

/** What planning and starting an operation ask of approvals. */
export class ApprovalGate {
  readonly #table: ApprovalTable;
  readonly #now: () => number;

  constructor(table: ApprovalTable, now: () => number) {
    this.#table = table;
    this.#now = now;
  }

  /** How what is planned stands. Changes nothing. */
  async standing(
    operation: string,
    asked: Pick<
      PlannedApproval,
      'about' | 'pins' | 'reason' | 'link' | 'belongs'
    > & { approverRefs: readonly string[] },
  ): Promise<{ approval: PlannedApproval; finding: Finding }> {
    const about = contentHash([operation, asked.about]);
    const latest = await this.#table.latest(about);
    const approval: PlannedApproval = {
      ...asked,
      about,
      approverRefs: [...asked.approverRefs],
      ...standingOf(latest, asked.pins),
    };
    return { approval, finding: approvalFinding(approval, latest) };
  }

  /**
   * Takes the approval for an operation that is about to be accepted: one approval allows one operation.
   * False: it was withdrawn, has gone stale or is used at this moment.
   */
  async claim(approvalId: string, operationId: string): Promise<boolean> {
    return this.#table.claim(approvalId, operationId, this.#now());
  }

  /** The operation was not accepted after all. */
  async release(operationId: string): Promise<void> {
    await this.#table.release(operationId);
  }
}
