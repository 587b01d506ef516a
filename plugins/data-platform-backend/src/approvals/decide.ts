import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { refTitle } from '@millrace/backstage-plugin-data-platform-common';
import { ApprovalRecord } from './ApprovalRecord';
import { ApprovalTable } from './ApprovalTable';
import { decisionRight, Reviewer } from './rights';

export interface Decision {
  decision: 'approve' | 'reject';
  comment?: string;
}

/**
 * Records a decision once. The state that it made; undefined where the same person had decided the same before.
 * @throws NotAllowedError - not this person
 * @throws InputError - an administrator has to say why
 * @throws ConflictError - somebody was quicker, or what was looked at has changed
 */
export async function decide(
  record: ApprovalRecord,
  { decision, comment }: Decision,
  reviewer: Reviewer,
  parts: {
    table: ApprovalTable;
    now: number;
    /** Why what was looked at is not there any more; the request is closed then. */
    drift(): Promise<string | undefined>;
  },
): Promise<'approved' | 'rejected' | undefined> {
  const { userRef } = reviewer;
  const state = decision === 'approve' ? 'approved' : 'rejected';
  const isRepeated = ({ decidedBy, state: now }: ApprovalRecord) =>
    decidedBy === userRef && now === state;
  if (isRepeated(record)) return undefined;
  if (record.state !== 'open') throw over(record);
  const right = decisionRight(record, reviewer);
  if ('why' in right) throw new NotAllowedError(right.why);
  const text = comment?.trim() ?? '';
  if (right.as === 'administrator' && !text) {
    throw new InputError(
      'comment: you decide as an administrator of the platform, and are none of the approvers. Say why.',
    );
  }
  if (decision === 'approve') {
    const drifted = await parts.drift();
    if (drifted) {
      throw new ConflictError(
        `${drifted} What was asked for is not there any more: it has to be asked for again.`,
      );
    }
  }
  const said = { ...{ by: userRef, at: parts.now, text }, decision };
  if (await parts.table.decide(record.id, state, right.as, said)) return state;
  const current = await parts.table.get(record.id);
  if (current && isRepeated(current)) return undefined;
  throw over(current ?? record);
}

function over({ state, decidedBy, decidedAt }: ApprovalRecord): ConflictError {
  const at = decidedAt && new Date(decidedAt).toISOString();
  const who = decidedBy ? ` by ${refTitle(decidedBy)} at ${at}` : '';
  return new ConflictError(
    `The request is ${state}${who}. It is decided once.`,
  );
}
