import { randomUUID } from 'node:crypto';
import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  Approval,
  ApprovalPage,
  ApprovalState,
  OperationRequest,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-common';
import { Clock } from '../clusters/Clock';
import { Caller } from '../operations/types';
import { ApprovalChecker } from './ApprovalChecker';
import { ApprovalDraft } from './ApprovalDraft';
import { ApprovalEvent, ApprovalNews } from './ApprovalNews';
import { ApprovalRecord, CommentRecord } from './ApprovalRecord';
import { ApprovalTable } from './ApprovalTable';
import { decide, Decision } from './decide';
import { mayWithdraw, maySeeApproval, Reviewer, waitsFor } from './rights';
import { samePins } from './standingOf';
import { TALKING, toApproval } from './toApproval';

/** Words in one request, at most. */
const MOST_COMMENTS = 200;
/** Requests of one person that wait at a time, at most. */
const MOST_OPEN = 50;
/** Requests looked through for a list: the newest. */
const LOOKED_THROUGH = 2_000;

export interface ApprovalsOptions {
  table: ApprovalTable;
  /** What would be asked for; permission included. */
  draft(
    request: OperationRequest,
    caller: Caller,
    signal: AbortSignal,
  ): Promise<ApprovalDraft>;
  checker: ApprovalChecker;
  news: ApprovalNews;
  auditor: AuditorService;
  clock: Clock;
}

/** Which requests are listed. */
export interface ApprovalQuery {
  role: 'requested' | 'toReview' | 'all';
  state?: ApprovalState;
  entityRef?: string;
  limit: number;
  offset: number;
}

/** Requests for leave to do an operation. Knows nothing of what the operations are. */
export class Approvals {
  readonly #options: ApprovalsOptions;

  constructor(options: ApprovalsOptions) {
    this.#options = options;
  }

  /**
   * Asks; the same thing asked again is the same request.
   * @throws InputError - it needs no approval
   * @throws OperationRefusedError - it could not be done even with it
   */
  async request(
    request: OperationRequest,
    comment: string | undefined,
    who: { caller: Caller; reviewer: Reviewer },
    signal: AbortSignal,
  ): Promise<Approval> {
    const { table, clock, news } = this.#options;
    const { userRef } = who.reviewer;
    const text = comment?.trim();
    const draft = await this.#options.draft(request, who.caller, signal);
    const live = await table.liveOf(draft.about);
    if (live && samePins(live.pins, draft.pins)) {
      return this.#shown(live, who.reviewer);
    }
    if (live) await this.#replaced(live);
    if ((await table.countOpen(userRef)) >= MOST_OPEN) {
      throw new ConflictError(
        `${MOST_OPEN} requests of yours wait for a decision. Withdraw what is no longer needed.`,
      );
    }
    const now = clock.now();
    const record: ApprovalRecord = {
      ...draft,
      id: randomUUID(),
      requestedBy: userRef,
      requestedAt: now,
      state: 'open',
      commentCount: text ? 1 : 0,
    };
    const first = text ? { by: userRef, at: now, text } : undefined;
    const other = await table.insert(record, first);
    if (other) return this.#shown(other, who.reviewer);
    await this.#audit('approval-request', record, userRef);
    void news.tell(record, { what: 'requested', by: userRef, text });
    return this.#shown(record, who.reviewer);
  }

  async list(query: ApprovalQuery, reviewer: Reviewer): Promise<ApprovalPage> {
    const { table } = this.#options;
    const open = await table.list({ states: ['open'] }, LOOKED_THROUGH);
    const waiting = open.filter(record => waitsFor(record, reviewer));
    // The one that is polled needs no second look: all that waits is open.
    const visible =
      query.role === 'toReview'
        ? waiting.filter(record => asksFor(query, record))
        : await this.#found(query, reviewer);
    const { limit, offset } = query;
    return {
      items: visible
        .slice(offset, offset + limit)
        .map(record => toApproval(record, [], reviewer)),
      total: visible.length,
      toReview: waiting.length,
    };
  }

  /** @throws NotFoundError - also for who may not see it */
  async get(id: string, reviewer: Reviewer): Promise<Approval> {
    return this.#shown(await this.#visible(id, reviewer), reviewer);
  }

  /** @throws ConflictError - it takes no more */
  async comment(
    id: string,
    text: string,
    reviewer: Reviewer,
  ): Promise<Approval> {
    const { table, clock } = this.#options;
    const record = await this.#visible(id, reviewer);
    const { userRef } = reviewer;
    const said: CommentRecord = {
      by: userRef,
      at: clock.now(),
      text: textOf(text),
    };
    const limits = { states: TALKING, most: MOST_COMMENTS };
    if (!(await table.comment(id, said, limits))) {
      throw new ConflictError(
        record.commentCount >= MOST_COMMENTS
          ? `${MOST_COMMENTS} comments are enough; go on talking elsewhere.`
          : `The request is ${record.state}: it takes no more comments.`,
      );
    }
    await this.#tell(record, { what: 'commented', by: userRef, text });
    return this.get(id, reviewer);
  }

  /**
   * @throws NotAllowedError - not this person
   * @throws ConflictError - it is decided, or what was looked at has changed
   */
  async decide(
    id: string,
    decision: Decision,
    reviewer: Reviewer,
    signal: AbortSignal,
  ): Promise<Approval> {
    const record = await this.#visible(id, reviewer);
    const { table, checker, clock } = this.#options;
    const state = await decide(record, decision, reviewer, {
      ...{ table, now: clock.now() },
      drift: () => checker.check(record, signal),
    });
    if (state) {
      await this.#audit(
        `approval-${decision.decision}`,
        record,
        reviewer.userRef,
      );
      const { comment: text } = decision;
      await this.#tell(record, { what: state, by: reviewer.userRef, text });
    }
    return this.get(id, reviewer);
  }

  /** @throws ConflictError - too late, or somebody else's */
  async withdraw(id: string, reviewer: Reviewer): Promise<Approval> {
    const { table, clock, news } = this.#options;
    const record = await this.#visible(id, reviewer);
    const { userRef } = reviewer;
    if (record.state === 'withdrawn' && record.requestedBy === userRef) {
      return this.#shown(record, reviewer);
    }
    const closed =
      mayWithdraw(record, reviewer) &&
      (await table.close(id, 'withdrawn', clock.now()));
    if (!closed) {
      throw new ConflictError(
        record.requestedBy === userRef
          ? 'It is decided against, carried out or over: there is nothing to take back.'
          : `${refTitle(
              record.requestedBy,
            )} asked for it: nobody else takes it back.`,
      );
    }
    await this.#audit('approval-withdraw', record, userRef);
    void news.tell(record, { what: 'withdrawn', by: userRef });
    return this.get(id, reviewer);
  }

  async #found(
    { role, state, entityRef }: ApprovalQuery,
    reviewer: Reviewer,
  ): Promise<ApprovalRecord[]> {
    const found = await this.#options.table.list(
      {
        ...(state && { states: [state] }),
        ...(entityRef && { entityRef }),
        ...(role === 'requested' && { requestedBy: reviewer.userRef }),
      },
      LOOKED_THROUGH,
    );
    return found.filter(record => maySeeApproval(record, reviewer));
  }

  /** What was asked for before is not what would be done now. */
  async #replaced(live: ApprovalRecord): Promise<void> {
    const { table, clock } = this.#options;
    if (live.operationId) {
      throw new ConflictError(
        'It was approved and is being carried out at this moment. Wait until that has ended.',
      );
    }
    await table.close(
      live.id,
      'stale',
      clock.now(),
      'What was looked at had changed when it was asked for again.',
    );
  }

  async #tell(record: ApprovalRecord, event: ApprovalEvent): Promise<void> {
    const { table, news } = this.#options;
    const comments = await table.comments(record.id);
    void news.tell(record, {
      ...event,
      talkers: [...new Set(comments.map(({ by }) => by))],
    });
  }

  async #visible(id: string, reviewer: Reviewer): Promise<ApprovalRecord> {
    const record = await this.#options.table.get(id);
    if (!record || !maySeeApproval(record, reviewer)) {
      throw new NotFoundError('There is no such request for approval.');
    }
    return record;
  }

  async #shown(
    { id }: Pick<ApprovalRecord, 'id'>,
    reviewer: Reviewer,
  ): Promise<Approval> {
    const { table } = this.#options;
    const [record, comments] = await Promise.all([
      table.get(id),
      table.comments(id),
    ]);
    if (!record) {
      throw new NotFoundError('There is no such request for approval.');
    }
    return toApproval(record, comments, reviewer);
  }

  async #audit(
    eventId: string,
    { id, operation, title, entityRef }: ApprovalRecord,
    actor: string,
  ): Promise<void> {
    const event = await this.#options.auditor.createEvent({
      ...{ eventId, severityLevel: 'medium' },
      meta: {
        ...{ approvalId: id, operation, title, actor },
        entityRef: entityRef ?? null,
      },
    });
    await event.success();
  }
}

function asksFor(
  { state, entityRef }: ApprovalQuery,
  record: ApprovalRecord,
): boolean {
  return (
    (!state || record.state === state) &&
    (!entityRef || record.entityRef === entityRef)
  );
}

function textOf(text: string): string {
  const trimmed = text.trim();
  if (!trimmed) throw new InputError('text: say something.');
  return trimmed;
}
