import {
  Finding,
  PlanApproval,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-common';
import { ApprovalRecord } from './ApprovalRecord';

export const APPROVAL_NEEDED = 'ApprovalNeeded';

/** How a request for what is planned now stands. */
export type Standing = Pick<PlanApproval, 'state' | 'approvalId'>;

/**
 * What the latest request for the same thing means for a plan with these pins.
 *
 * One that was withdrawn or carried out is over. A rejection holds for what was looked at then; what has changed since
 * may be asked for anew.
 */
export function standingOf(
  latest: ApprovalRecord | undefined,
  pins: Readonly<Record<string, string>>,
): Standing {
  if (!latest || latest.state === 'withdrawn' || latest.state === 'done') {
    return { state: 'needed' };
  }
  const approvalId = latest.id;
  const same = samePins(latest.pins, pins);
  switch (latest.state) {
    case 'open':
      return { state: same ? 'requested' : 'stale', approvalId };
    case 'approved':
      return { state: same ? 'approved' : 'stale', approvalId };
    case 'rejected':
      return same ? { state: 'rejected', approvalId } : { state: 'needed' };
    default:
      return { state: 'stale', approvalId };
  }
}

export function samePins(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(name => a[name] === b[name])
  );
}

/** What a plan says of it: an error unless it is approved. */
export function approvalFinding(
  { reason, approverRefs, state }: PlanApproval,
  latest: ApprovalRecord | undefined,
): Finding {
  const approvers = approversText(approverRefs);
  const refuse = (message: string, remedy: string): Finding => ({
    ...{ level: 'error', code: APPROVAL_NEEDED },
    ...{ message: `${reason} ${message}`, remedy },
  });
  const asker = refTitle(latest?.requestedBy ?? '');
  const decider = refTitle(latest?.decidedBy ?? '');
  const decided = dateOf(latest?.decidedAt);
  switch (state) {
    case 'approved':
      return {
        level: 'info',
        message: `${reason} ${decider} approved it on ${decided}.`,
      };
    case 'requested':
      return refuse(
        `${asker} asked for it on ${dateOf(
          latest?.requestedAt,
        )}; it waits for ${approvers}.`,
        'Wait for the decision.',
      );
    case 'rejected':
      return refuse(
        `${decider} rejected it on ${decided}.`,
        'Read why, change what is wrong, and ask again.',
      );
    case 'stale':
      return refuse(
        'What was looked at has changed since it was asked for.',
        `Ask again: ${approvers} decides on what is there now.`,
      );
    default:
      return refuse('Nobody has asked for it yet.', `Ask ${approvers}.`);
  }
}

/** `sales-team or ada`; without any, who decides then. */
export function approversText(refs: readonly string[]): string {
  if (refs.length === 0) return 'an administrator of the platform';
  return refs.map(refTitle).join(' or ');
}

function dateOf(at: number | undefined): string {
  return at === undefined ? '' : new Date(at).toISOString().slice(0, 10);
}
