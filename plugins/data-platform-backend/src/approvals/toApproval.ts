import { Approval } from '@millrace/backstage-plugin-data-platform-common';
import { ApprovalRecord, CommentRecord } from './ApprovalRecord';
import { decisionRight, mayWithdraw, Reviewer } from './rights';

/** States in which something may be said. */
export const TALKING: readonly Approval['state'][] = [
  'open',
  'approved',
  'rejected',
];

/** As the HTTP API tells it to one person. */
export function toApproval(
  record: ApprovalRecord,
  comments: readonly CommentRecord[],
  reviewer: Reviewer,
): Approval {
  const right = decisionRight(record, reviewer);
  const { productRef, domainRef } = record.belongs;
  const { resourceId, entityRef, link, stateReason, operationId } = record;
  const { decidedBy, decidedAs, decidedAt } = record;
  return {
    id: record.id,
    operation: record.operation,
    title: record.title,
    reason: record.reason,
    request: record.request,
    ...(resourceId && { resourceId }),
    ...(entityRef && { entityRef }),
    ...(productRef && { productRef }),
    ...(domainRef && { domainRef }),
    requestedBy: record.requestedBy,
    requestedAt: timeOf(record.requestedAt),
    approverRefs: [...record.approverRefs],
    state: record.state,
    ...(stateReason && { stateReason }),
    pins: record.pins,
    ...(link && { link }),
    comments: comments.map(({ by, at, text, decision }, index) => ({
      id: `${record.id}.${index + 1}`,
      by,
      at: timeOf(at),
      text,
      ...(decision && { decision }),
    })),
    commentCount: record.commentCount,
    ...(decidedBy && { decidedBy }),
    ...(decidedAs && { decidedAs }),
    ...(decidedAt !== undefined && { decidedAt: timeOf(decidedAt) }),
    ...(operationId && { operationId }),
    ...('as' in right
      ? {
          mayDecide: true,
          ...(right.as === 'administrator' && { mustComment: true }),
        }
      : { mayDecide: false, mayNotDecide: right.why }),
    mayWithdraw: mayWithdraw(record, reviewer),
    mayComment: TALKING.includes(record.state),
  };
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
