import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Operation,
  OperationRequest,
  Plan,
} from '@millrace/backstage-plugin-data-platform-common';

/** A verified person. Service principals cannot run operations. */
export interface Actor {
  /** `user:default/ada` */
  readonly userRef: string;
  /** Catalog groups the person is a direct member of, as entity refs. */
  readonly groups: readonly string[];
  /** All refs by which the person owns entities. */
  readonly ownershipRefs: readonly string[];
  /** No person: a task of the portal itself, which calls servers with the portal's key and never writes to a cluster. */
  readonly portal?: boolean;
}

/** Who asks, and the credentials that permission is asked with. */
export interface Caller {
  readonly actor: Actor;
  readonly credentials: BackstageCredentials;
}

/** Which operations are asked for. */
export interface OperationQuery {
  /** These alone. */
  ids?: readonly string[];
  entityRef?: string;
  /** What was done to this product or domain and what is, or was then, a part of it. */
  within?: string;
  /** Its parts, itself among them. */
  entityRefs?: readonly string[];
  actor?: string;
  /** Ids of operations: `spark-job:run`. */
  operations?: readonly string[];
  /** `open`: under way. */
  state?: 'open' | 'done' | 'failed' | 'cancelled';
  /** In title, person, entity, operation or id; the case does not matter. */
  q?: string;
  /** Only what was accepted before; epoch milliseconds. */
  before?: number;
  /** For those who may not see everyone's: whose own are told, and what else they may see. */
  visible?: {
    actor: string;
    entityRefs: readonly string[];
    /** What was done to what belonged to any of these then. */
    ownerRefs: readonly string[];
  };
  limit: number;
}

/** Operations, newest first; with `nextBefore` where there are more. */
export interface OperationPage {
  items: readonly Operation[];
  /** Epoch milliseconds. */
  nextBefore?: number;
}

/**
 * The one way in which anything is changed. Template actions, buttons and tools all come here.
 *
 * Refusals are the errors of `@backstage/errors`; one that comes from findings carries them
 * ({@link OperationRefusedError}).
 */
export interface OperationsService {
  /**
   * What the operation would do, checked by preflight and the cluster's dry run. Changes nothing. Bad input is a plan
   * with findings (`ok: false`), so that a form can show it beside the field.
   * @throws NotAllowedError - the person may not do this
   * @throws InputError - there is no such operation
   */
  plan(
    request: OperationRequest,
    caller: Caller,
    signal: AbortSignal,
  ): Promise<Plan>;

  /**
   * Accepts once per (actor, idempotencyKey), then executes as the person in the background. The same request with the
   * same key returns the operation as it stands; one that failed or was cancelled releases its key.
   * @param expect - is shown the plan before it is accepted, and throws where that is not what was agreed to; not asked of
   *   an operation that the key has started before
   * @throws OperationRefusedError - input, preflight or dry run refuse it; nothing was made
   * @throws ConflictError - someone is making the same thing, or the key belongs to another request
   */
  start(
    request: OperationRequest,
    caller: Caller,
    signal: AbortSignal,
    expect?: (plan: Plan) => void,
  ): Promise<Operation>;

  /** One operation; with `waitMs`, as soon as it has ended or that time is over. */
  get(
    id: string,
    options?: { waitMs?: number; signal?: AbortSignal },
  ): Promise<Operation | undefined>;

  /** Newest first. */
  list(query: OperationQuery): Promise<OperationPage>;
}
