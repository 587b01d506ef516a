import {
  Finding,
  Plan,
  PlanApproval,
} from '@millrace/backstage-plugin-data-platform-common';

/** Code of the finding that stands for a missing approval. */
const NEEDED = 'ApprovalNeeded';

/** What a plan says of leave. */
export interface ApprovalNeed {
  approval?: PlanApproval;
  /** Nothing but the leave is missing. */
  missingOnly: boolean;
  /** The same, and nobody has been asked yet. */
  mayAsk: boolean;
  /** Findings about anything else; undefined where there is no plan. */
  others: readonly Finding[] | undefined;
}

/** Whether an operation has to be asked for, told apart from what else stands against it. */
export function approvalNeedOf(plan: Plan | undefined): ApprovalNeed {
  const approval = plan?.approval;
  const others = approval
    ? plan.findings.filter(({ code }) => code !== NEEDED)
    : plan?.findings;
  const missingOnly =
    !!approval &&
    approval.state !== 'approved' &&
    !others?.some(({ level }) => level === 'error');
  return {
    ...(approval && { approval }),
    missingOnly,
    mayAsk: missingOnly && approval.state !== 'requested',
    others,
  };
}
