import { Approval } from '@millrace/backstage-plugin-data-platform-common';
import {
  approverNames,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-react';

/** How a request stands, as a person would say it. */
export function approvalSentence(approval: Approval): string {
  const { state, approverRefs, stateReason, decidedAs } = approval;
  const asker = refTitle(approval.requestedBy);
  const decider = approval.decidedBy && refTitle(approval.decidedBy);
  const by = decider
    ? ` by ${decider}${
        decidedAs === 'administrator'
          ? ', who administers the platform and is none of the approvers'
          : ''
      }`
    : '';
  switch (state) {
    case 'open':
      return `It waits for ${approverNames(approverRefs)}.`;
    case 'approved':
      return `Approved${by}. ${asker} can do it now, as long as what was looked at stays as it is.`;
    case 'rejected':
      return `Rejected${by}. Nothing was done.`;
    case 'withdrawn':
      return `${asker} took it back. Nothing was done.`;
    case 'done':
      return `Approved${by}, and done.`;
    case 'stale':
      return stateReason ?? 'What was asked for has changed since.';
    default:
      return '';
  }
}
