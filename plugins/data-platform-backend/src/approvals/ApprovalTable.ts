import { ApprovalState } from '@millrace/backstage-plugin-data-platform-common';
import { Knex } from 'knex';
import { ApprovalRecord, CommentRecord, LIVE } from './ApprovalRecord';
import {
  ApprovalRow,
  CommentRow,
  toApprovalRecord,
  toApprovalRow,
} from './approvalRows';

const TABLE = 'data_platform_approvals';
const COMMENTS = 'data_platform_approval_comments';
/** Ids in one statement. */
const AT_ONCE = 200;

export interface ApprovalFilter {
  states?: readonly ApprovalState[];
  entityRef?: string;
  requestedBy?: string;
}

/**
 * The tables of approvals. Every change of state is one statement that names the state it starts from, so that of two
 * replicas, or two persons, exactly one makes it.
 */
export class ApprovalTable {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Stores a new request with its first word; the one that is live for the same thing, where there is one, stays alone. */
  async insert(
    record: ApprovalRecord,
    comment?: CommentRecord,
  ): Promise<ApprovalRecord | undefined> {
    try {
      await this.#db.transaction(async trx => {
        await trx(TABLE).insert(toApprovalRow(record));
        if (comment) await addComment(trx, record.id, comment);
      });
      return undefined;
    } catch (error) {
      const other = await this.liveOf(record.about);
      if (other && other.id !== record.id) return other;
      throw error;
    }
  }

  async get(id: string): Promise<ApprovalRecord | undefined> {
    return first(await this.#db(TABLE).where({ id }));
  }

  async comments(id: string): Promise<CommentRecord[]> {
    const rows: CommentRow[] = await this.#db(COMMENTS)
      .where({ approval: id })
      .orderBy('seq');
    return rows.map(({ by, at, text, decision }) => ({
      ...{ by, at: Number(at), text },
      ...(decision && { decision }),
    }));
  }

  /** The one that is open or approved. */
  async liveOf(about: string): Promise<ApprovalRecord | undefined> {
    return first(await this.#db(TABLE).where({ live: about }));
  }

  /** The one that was asked for last, whatever became of it. */
  async latest(about: string): Promise<ApprovalRecord | undefined> {
    const live = await this.liveOf(about);
    if (live) return live;
    return first(
      await this.#db(TABLE)
        .where({ about })
        .orderBy([
          { column: 'requested_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(1),
    );
  }

  /** Newest first. */
  async list(filter: ApprovalFilter, limit: number): Promise<ApprovalRecord[]> {
    const { states, entityRef, requestedBy } = filter;
    const query = this.#db(TABLE).where({
      ...(entityRef && { entity_ref: entityRef }),
      ...(requestedBy && { requested_by: requestedBy }),
    });
    if (states) void query.whereIn('state', states);
    const rows: ApprovalRow[] = await query
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(toApprovalRecord);
  }

  async countOpen(requestedBy: string): Promise<number> {
    const [row] = await this.#db(TABLE)
      .where({ requested_by: requestedBy, state: 'open' })
      .count({ n: '*' });
    return Number(row.n);
  }

  /** Open ones and approved ones that nothing carries out, the one looked at longest ago first. */
  async unchecked(limit: number): Promise<ApprovalRecord[]> {
    const rows: ApprovalRow[] = await this.#db(TABLE)
      .whereIn('state', LIVE)
      .whereNull('operation_id')
      .orderBy('checked_at')
      .limit(limit);
    return rows.map(toApprovalRecord);
  }

  async checked(id: string, now: number): Promise<void> {
    await this.#db(TABLE).where({ id }).update({ checked_at: now });
  }

  /** Adds a word, if it takes any more. */
  comment(
    id: string,
    comment: CommentRecord,
    limits: { states: readonly ApprovalState[]; most: number },
  ): Promise<boolean> {
    return this.#db.transaction(async trx => {
      const changed = await trx(TABLE)
        .where({ id })
        .whereIn('state', limits.states)
        .where('comment_count', '<', limits.most)
        .update({ comment_count: trx.raw('comment_count + 1') });
      if (changed === 1) await addComment(trx, id, comment);
      return changed === 1;
    });
  }

  /** Decides an open one. False: somebody was quicker. */
  decide(
    id: string,
    state: 'approved' | 'rejected',
    as: NonNullable<ApprovalRecord['decidedAs']>,
    comment: CommentRecord,
  ): Promise<boolean> {
    const { by, at } = comment;
    return this.#db.transaction(async trx => {
      const changed = await trx(TABLE)
        .where({ id, state: 'open' })
        .update({
          state,
          decided_by: by,
          decided_as: as,
          decided_at: at,
          comment_count: trx.raw('comment_count + 1'),
          ...(state === 'rejected' && { live: null, closed_at: at }),
        });
      if (changed === 1) await addComment(trx, id, comment);
      return changed === 1;
    });
  }

  /** Ends one that is live and that no operation carries out. */
  async close(
    id: string,
    state: 'withdrawn' | 'stale',
    now: number,
    reason?: string,
  ): Promise<boolean> {
    const changed = await this.#db(TABLE)
      .where({ id })
      .whereIn('state', LIVE)
      .whereNull('operation_id')
      .update({
        state,
        state_reason: reason ?? null,
        live: null,
        closed_at: now,
      });
    return changed === 1;
  }

  /** Takes an approved one for an operation: it allows one, once. */
  async claim(id: string, operationId: string, now: number): Promise<boolean> {
    const changed = await this.#db(TABLE)
      .where({ id, state: 'approved' })
      .whereNull('operation_id')
      .update({ operation_id: operationId, claimed_at: now });
    return changed === 1;
  }

  /** The operation came to nothing: another may be started. */
  async release(operationId: string): Promise<void> {
    await this.#db(TABLE)
      .where({ operation_id: operationId, state: 'approved' })
      .update({ operation_id: null, claimed_at: null });
  }

  async done(operationId: string, now: number): Promise<boolean> {
    const changed = await this.#db(TABLE)
      .where({ operation_id: operationId, state: 'approved' })
      .update({ state: 'done', live: null, closed_at: now });
    return changed === 1;
  }

  async byOperation(operationId: string): Promise<ApprovalRecord | undefined> {
    return first(
      await this.#db(TABLE).where({
        operation_id: operationId,
        state: 'approved',
      }),
    );
  }

  /** Those that an operation has taken before a time and that are not settled. */
  async claimed(before: number, limit: number): Promise<ApprovalRecord[]> {
    const rows: ApprovalRow[] = await this.#db(TABLE)
      .where({ state: 'approved' })
      .whereNotNull('operation_id')
      .where('claimed_at', '<', before)
      .limit(limit);
    return rows.map(toApprovalRecord);
  }

  /** Forgets what was closed before a time. How many. */
  async prune(before: number): Promise<number> {
    const rows: { id: string }[] = await this.#db(TABLE)
      .where('closed_at', '<', before)
      .select('id')
      .limit(AT_ONCE);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await this.#db(COMMENTS).whereIn('approval', ids).delete();
    return this.#db(TABLE).whereIn('id', ids).delete();
  }
}

async function addComment(
  trx: Knex,
  approval: string,
  { by, at, text, decision }: CommentRecord,
): Promise<void> {
  await trx(COMMENTS).insert({
    ...{ approval, by, at, text },
    decision: decision ?? null,
  });
}

function first(rows: ApprovalRow[]): ApprovalRecord | undefined {
  return rows[0] && toApprovalRecord(rows[0]);
}
