import {
  ApprovalComment,
  ApprovalState,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { SystemCall } from '@millrace/backstage-plugin-data-platform-node';
import { Visible } from '../permissions/platformResourceRef';

/** A request for leave to do an operation, as it is recorded. Times are epoch milliseconds. */
export interface ApprovalRecord {
  readonly id: string;
  readonly operation: string;
  readonly title: string;
  readonly reason: string;
  readonly request: OperationRequest;
  /** Hash of what is asked for, without what was looked at. */
  readonly about: string;
  readonly pins: Readonly<Record<string, string>>;
  /** What would be done, as it was planned then. */
  readonly calls: readonly SystemCall[];
  readonly resourceId?: string;
  /** Whose it is: what permission to see it is asked with when the live object is gone. */
  readonly belongs: Visible & { productRef?: string };
  readonly entityRef?: string;
  readonly requestedBy: string;
  readonly requestedAt: number;
  readonly approverRefs: readonly string[];
  readonly link?: string;
  state: ApprovalState;
  stateReason?: string;
  decidedBy?: string;
  decidedAs?: 'approver' | 'administrator';
  decidedAt?: number;
  /** Of the operation that carries it out, or has done so. */
  operationId?: string;
  /** When that took it. */
  claimedAt?: number;
  commentCount: number;
}

/** A word in it; with a decision, why. */
export interface CommentRecord {
  by: string;
  at: number;
  text: string;
  decision?: ApprovalComment['decision'];
}

/** The states in which it may still be carried out. */
export const LIVE: readonly ApprovalState[] = ['open', 'approved'];
