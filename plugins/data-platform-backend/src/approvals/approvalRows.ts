import { ApprovalState } from '@millrace/backstage-plugin-data-platform-common';
import { ApprovalRecord, CommentRecord, LIVE } from './ApprovalRecord';

/** A row of `data_platform_approvals`. */
export interface ApprovalRow {
  id: string;
  operation: string;
  title: string;
  reason: string;
  request: string;
  about: string;
  live: string | null;
  pins: string;
  calls: string;
  resource_id: string | null;
  belongs: string;
  entity_ref: string | null;
  requested_by: string;
  requested_at: number | string;
  approver_refs: string;
  link: string | null;
  state: ApprovalState;
  state_reason: string | null;
  decided_by: string | null;
  decided_as: ApprovalRecord['decidedAs'] | null;
  decided_at: number | string | null;
  operation_id: string | null;
  claimed_at: number | string | null;
  comment_count: number;
}

/** A row of `data_platform_approval_comments`. */
export interface CommentRow {
  seq: number;
  by: string;
  at: number | string;
  text: string;
  decision: CommentRecord['decision'] | null;
}

/** A new row; nobody has looked at it again yet. */
export function toApprovalRow(
  record: ApprovalRecord,
): ApprovalRow & { checked_at: number } {
  return {
    id: record.id,
    operation: record.operation,
    title: record.title.slice(0, 500),
    reason: record.reason,
    request: JSON.stringify(record.request),
    about: record.about,
    live: LIVE.includes(record.state) ? record.about : null,
    pins: JSON.stringify(record.pins),
    calls: JSON.stringify(record.calls),
    resource_id: record.resourceId ?? null,
    belongs: JSON.stringify(record.belongs),
    entity_ref: record.entityRef ?? null,
    requested_by: record.requestedBy,
    requested_at: record.requestedAt,
    approver_refs: JSON.stringify(record.approverRefs),
    link: record.link ?? null,
    state: record.state,
    state_reason: record.stateReason ?? null,
    decided_by: record.decidedBy ?? null,
    decided_as: record.decidedAs ?? null,
    decided_at: record.decidedAt ?? null,
    operation_id: record.operationId ?? null,
    claimed_at: record.claimedAt ?? null,
    comment_count: record.commentCount,
    checked_at: record.requestedAt,
  };
}

export function toApprovalRecord(row: ApprovalRow): ApprovalRecord {
  return {
    id: row.id,
    operation: row.operation,
    title: row.title,
    reason: row.reason,
    request: JSON.parse(row.request),
    about: row.about,
    pins: JSON.parse(row.pins),
    calls: JSON.parse(row.calls),
    ...(row.resource_id && { resourceId: row.resource_id }),
    belongs: JSON.parse(row.belongs),
    ...(row.entity_ref && { entityRef: row.entity_ref }),
    requestedBy: row.requested_by,
    requestedAt: Number(row.requested_at),
    approverRefs: JSON.parse(row.approver_refs),
    ...(row.link && { link: row.link }),
    state: row.state,
    ...(row.state_reason && { stateReason: row.state_reason }),
    ...(row.decided_by && { decidedBy: row.decided_by }),
    ...(row.decided_as && { decidedAs: row.decided_as }),
    ...(row.decided_at !== null && { decidedAt: Number(row.decided_at) }),
    ...(row.operation_id && { operationId: row.operation_id }),
    ...(row.claimed_at !== null && { claimedAt: Number(row.claimed_at) }),
    commentCount: row.comment_count,
  };
}
