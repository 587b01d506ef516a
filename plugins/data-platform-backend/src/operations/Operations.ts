import { randomUUID } from 'node:crypto';
import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  Finding,
  Operation,
  OperationRequest,
  Plan,
} from '@millrace/backstage-plugin-data-platform-common';
import { ApprovalGate } from '../approvals/ApprovalGate';
import { Clock, sleep } from '../clusters/Clock';
import { contentHash } from '../entities/normalForm';
import { EntityDirectory } from '../join/types';
import { LEASE_MS } from './StepLedger';
import {
  hasEnded,
  OperationPlace,
  OperationRecord,
  toOperation,
} from './OperationRecord';
import { OperationRefusedError } from './OperationRefusedError';
import { OperationRunner } from './OperationRunner';
import { OperationTable } from './OperationTable';
import { markSteps, Planner, PreparedPlan } from './Planner';
import { findingsOf, isOk, toPlan } from './toPlan';
import {
  Caller,
  OperationPage,
  OperationQuery,
  OperationsService,
} from './types';

/** How often an operation that another replica runs is looked at while someone waits for it, ms. */
const LOOK_AGAIN_MS = 500;

export interface OperationsOptions {
  table: OperationTable;
  planner: Planner;
  runner: OperationRunner;
  auditor: AuditorService;
  approvals: Pick<ApprovalGate, 'claim' | 'release'>;
  directory: Pick<EntityDirectory, 'get'>;
  clock: Clock;
  /** Identity of this process in leases. */
  owner: string;
  maxPerActor: number;
  /** Keeps the definition that a run had. Idempotent. */
  recordDefinition(hash: string, yaml: string): void | Promise<void>;
}

/** {@link OperationsService} on the plugin's database. */
export class Operations implements OperationsService {
  readonly #options: OperationsOptions;

  constructor(options: OperationsOptions) {
    this.#options = options;
  }

  async plan(
    request: OperationRequest,
    caller: Caller,
    signal: AbortSignal,
  ): Promise<Plan> {
    const { planner } = this.#options;
    const id = randomUUID();
    const prepared = await planner.prepare(request, caller, id, signal);
    return toPlan(request.operation, prepared.planned, id, prepared.dryRun);
  }

  async start(
    request: OperationRequest,
    caller: Caller,
    signal: AbortSignal,
    expect?: (plan: Plan) => void,
  ): Promise<Operation> {
    const earlier = await this.#earlier(request, caller);
    if (earlier) return toOperation(earlier);
    try {
      return await this.#accept(request, caller, signal, expect);
    } catch (error) {
      // Sent twice at once: the other may have been accepted meanwhile, and what it has done be in the way of this one.
      const meanwhile = await this.#earlier(request, caller).catch(() => {});
      if (meanwhile) return toOperation(meanwhile);
      await this.#auditRefusal(request, caller, error as Error);
      throw error;
    }
  }

  async get(
    id: string,
    options: { waitMs?: number; signal?: AbortSignal } = {},
  ): Promise<Operation | undefined> {
    const { table, clock } = this.#options;
    const deadline = clock.now() + (options.waitMs ?? 0);
    for (;;) {
      const nudge = new AbortController();
      const stop = this.#options.runner.subscribe(ended => {
        if (ended === id) nudge.abort();
      });
      try {
        const record = await table.get(id);
        const left = deadline - clock.now();
        const over = left <= 0 || options.signal?.aborted;
        if (!record || hasEnded(record) || over) {
          return record && toOperation(record);
        }
        const wake = options.signal
          ? AbortSignal.any([nudge.signal, options.signal])
          : nudge.signal;
        await sleep(clock, Math.min(left, LOOK_AGAIN_MS), wake);
      } finally {
        stop();
      }
    }
  }

  async list(query: OperationQuery): Promise<OperationPage> {
    const records = await this.#options.table.list(query);
    const items = records.map(toOperation);
    const last = records.at(-1);
    return records.length >= query.limit && last
      ? { items, nextBefore: last.createdAt }
      : { items };
  }

  async #accept(
    request: OperationRequest,
    caller: Caller,
    signal: AbortSignal,
    expect?: (plan: Plan) => void,
  ): Promise<Operation> {
    const { table, planner, runner, clock, owner } = this.#options;
    await this.#assertRoom(caller);
    const id = randomUUID();
    const prepared = await planner.prepare(request, caller, id, signal);
    const { planned, dryRun } = prepared;
    const findings = findingsOf(planned, dryRun);
    if (!isOk(findings)) {
      throw new OperationRefusedError(planned.title, findings);
    }
    // With every object as YAML: made for who compares it with what they saw.
    expect?.(toPlan(request.operation, planned, id, dryRun));
    const { definition } = planned;
    if (definition) {
      await this.#options.recordDefinition(definition.hash, definition.yaml);
    }
    const now = clock.now();
    const record: OperationRecord = {
      ...toRecord(id, request, caller, prepared, findings, now),
      place: this.#placeOf(planned.entityRef),
    };
    await this.#useApproval(prepared, id);
    const lease = { owner, until: now + LEASE_MS };
    const collision = await table.insert(record, lease);
    if (collision) await this.#options.approvals.release(id);
    if (collision?.type === 'key') {
      return toOperation(sameRequest(collision.with, record.requestHash));
    }
    if (collision) {
      const { actor, title, createdAt } = collision.with;
      throw new ConflictError(
        `${planned.title} cannot start: ${
          actor.userRef
        } is at it since ${new Date(
          createdAt,
        ).toISOString()} (${title}). Wait until that has ended.`,
      );
    }
    runner.run(structuredClone(record), caller.credentials);
    return toOperation(record);
  }

  #placeOf(entityRef: string | undefined): OperationPlace | undefined {
    const known = entityRef && this.#options.directory.get(entityRef);
    if (!known) return undefined;
    const { ownerRef, productRef, domainRef } = known;
    return { ownerRef, productRef, domainRef };
  }

  /** One approval allows one operation; it is taken before the operation is recorded, so that two cannot share it. */
  async #useApproval(
    { planned: { approval, title } }: PreparedPlan,
    operationId: string,
  ): Promise<void> {
    const id = approval?.approvalId;
    if (!id) return;
    if (await this.#options.approvals.claim(id, operationId)) return;
    throw new ConflictError(
      `${title} cannot start: its approval has just been used or withdrawn. Reload the page and look again.`,
    );
  }

  async #earlier(
    request: OperationRequest,
    { actor }: Caller,
  ): Promise<OperationRecord | undefined> {
    const { idempotencyKey } = request;
    if (!idempotencyKey) return undefined;
    const found = await this.#options.table.byKey(
      actor.userRef,
      idempotencyKey,
    );
    return found && sameRequest(found, hashOf(request));
  }

  async #assertRoom({ actor }: Caller): Promise<void> {
    const { table, maxPerActor } = this.#options;
    if ((await table.countOpen(actor.userRef)) >= maxPerActor) {
      throw new ConflictError(
        `${actor.userRef} has ${maxPerActor} operations under way. Wait until one has ended.`,
      );
    }
  }

  async #auditRefusal(
    request: OperationRequest,
    { actor }: Caller,
    error: Error,
  ): Promise<void> {
    const event = await this.#options.auditor.createEvent({
      eventId: 'operation-refused',
      severityLevel: 'low',
      meta: {
        operation: request.operation,
        actor: actor.userRef,
        entityRef: request.entityRef ?? null,
      },
    });
    await event.fail({ error });
  }
}

function toRecord(
  id: string,
  request: OperationRequest,
  caller: Caller,
  { planned, requirements }: PreparedPlan,
  findings: readonly Finding[],
  now: number,
): OperationRecord {
  const { userRef, groups, ownershipRefs } = caller.actor;
  return {
    id,
    operation: request.operation,
    title: planned.title,
    actor: { userRef, groups, ownershipRefs },
    entityRef: planned.entityRef,
    request,
    requestHash: hashOf(request),
    idempotencyKey: request.idempotencyKey,
    subject: planned.subject,
    steps: markSteps(planned.steps, id),
    requirements,
    findings,
    ...(planned.series && { series: planned.series }),
    createdAt: now,
    state: 'accepted',
    direction: 'forward',
    progress: {},
    output: {
      ...(planned.entityRef && { entityRef: planned.entityRef }),
      ...planned.output,
    },
  };
}

function hashOf({ idempotencyKey: _, ...request }: OperationRequest): string {
  return contentHash(request);
}

function sameRequest(record: OperationRecord, hash: string): OperationRecord {
  if (record.requestHash === hash) return record;
  throw new ConflictError(
    `The idempotency key belongs to another request (${record.title}). Use a new key.`,
  );
}
