import { Viewer } from '../permissions/Viewer';
import { ApprovalRecord, LIVE } from './ApprovalRecord';
import { approversText } from './standingOf';

/** What an approval asks of a viewer. */
export type Reviewer = Pick<Viewer, 'userRef' | 'ownershipRefs'> & {
  read: Pick<Viewer['read'], 'allows'>;
  may: Pick<Viewer['may'], 'administer'>;
};

/** Whether a person decides, and as what; else why not. */
export type DecisionRight =
  | { as: NonNullable<ApprovalRecord['decidedAs']> }
  | { why: string };

/**
 * Nobody decides what they asked for themselves, owner or administrator. An administrator of the platform who is no
 * approver decides in the open: it is recorded as such, with the reason.
 */
export function decisionRight(
  record: ApprovalRecord,
  { userRef, ownershipRefs, may }: Reviewer,
): DecisionRight {
  if (record.state !== 'open') return { why: 'It is not open any more.' };
  if (record.requestedBy === userRef) {
    return { why: 'You asked for it: somebody else decides.' };
  }
  if (isApprover(record, ownershipRefs)) return { as: 'approver' };
  if (may.administer) return { as: 'administrator' };
  return { why: `${approversText(record.approverRefs)} decides.` };
}

export function isApprover(
  { approverRefs }: Pick<ApprovalRecord, 'approverRefs'>,
  ownershipRefs: readonly string[],
): boolean {
  return approverRefs.some(ref => ownershipRefs.includes(ref));
}

/** Who asked, who decides, and whoever may see what it is about. */
export function maySeeApproval(
  record: ApprovalRecord,
  { userRef, ownershipRefs, read, may }: Reviewer,
): boolean {
  return (
    record.requestedBy === userRef ||
    isApprover(record, ownershipRefs) ||
    may.administer ||
    read.allows(record.belongs)
  );
}

/** It waits for this person: as an approver, or as an administrator where there is none. */
export function waitsFor(record: ApprovalRecord, reviewer: Reviewer): boolean {
  const right = decisionRight(record, reviewer);
  if (!('as' in right)) return false;
  return right.as === 'approver' || record.approverRefs.length === 0;
}

export function mayWithdraw(
  { requestedBy, state, operationId }: ApprovalRecord,
  { userRef }: Pick<Reviewer, 'userRef'>,
): boolean {
  return requestedBy === userRef && LIVE.includes(state) && !operationId;
}
