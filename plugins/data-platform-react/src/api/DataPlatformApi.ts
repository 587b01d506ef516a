import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  Approval,
  Operation,
  OperationRequest,
  Plan,
  StreamFrame,
} from '@millrace/backstage-plugin-data-platform-common';
import { View, ViewName, ViewValue } from './View';

/** A read's answer; `unchanged` when the ETag that was sent still holds. */
export type ReadResult<T> =
  | { unchanged: true }
  | { unchanged: false; value: T; etag?: string };

/** Which log to read, of GET /v1/resources/{id}/logs. */
export interface LogQuery {
  pod: string;
  container?: string;
  follow?: boolean;
  previous?: boolean;
  tailLines?: number;
}

/** What an approver says to a request. */
export interface ApprovalDecision {
  decision: 'approve' | 'reject';
  comment?: string;
}

/** A frame with the id to resume from; a sign of life has neither. */
export interface StreamMessage {
  eventId?: string;
  frame?: StreamFrame;
}

/**
 * The portal's side of the data platform, as the screens need it. All methods
 * throw {@link DataPlatformError}, or an AbortError when the signal fires.
 */
export interface DataPlatformApi {
  /** One read of the index or the history. */
  read<N extends ViewName>(
    view: View<N>,
    options?: { etag?: string; signal?: AbortSignal },
  ): Promise<ReadResult<ViewValue<N>>>;
  /** The object as the cluster has it now, YAML, read as the caller. */
  manifest(id: string, signal?: AbortSignal): Promise<string>;
  /** Chunks of a container's log; with `follow` it ends only with the container. */
  logs(id: string, query: LogQuery, signal: AbortSignal): AsyncIterable<string>;
  /**
   * Changes that the caller may see. Resumes after the event `lastEventId`;
   * without it the first frame says to read everything again. Ends when the
   * server ends it.
   */
  stream(options: {
    lastEventId?: string;
    signal: AbortSignal;
  }): AsyncIterable<StreamMessage>;
  /** What an operation would do. Changes nothing. */
  plan(request: OperationRequest, signal?: AbortSignal): Promise<Plan>;
  /** Starts an operation, once per idempotency key. As all that writes, it is not called off when its asker has left. */
  start(request: OperationRequest): Promise<Operation>;
  /** State of an operation, waiting up to `waitSeconds` for its end. */
  operation(
    id: string,
    options?: { waitSeconds?: number; signal?: AbortSignal },
  ): Promise<Operation>;
  /** Asks the approvers to allow an operation; asked again for the same thing, it is the same request. */
  requestApproval(
    request: OperationRequest,
    options?: { comment?: string },
  ): Promise<Approval>;
  /** Says something to everyone who takes part in a request. */
  commentApproval(id: string, text: string): Promise<Approval>;
  /** Approves or rejects, once. */
  decideApproval(id: string, decision: ApprovalDecision): Promise<Approval>;
  /** Takes back a request of one's own. */
  withdrawApproval(id: string): Promise<Approval>;
  /** Tells one person's tabs from another's in the same browser. */
  userEntityRef(): Promise<string>;
}

/** Access to the data platform for any frontend plugin. */
export const dataPlatformApiRef = createApiRef<DataPlatformApi>({
  id: 'plugin.data-platform.service',
});
