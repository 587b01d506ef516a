import { maskSecrets } from '@millrace/backstage-plugin-data-platform-common';
import { Knex } from 'knex';
import { ENDED, hasEnded, OperationRecord } from './OperationRecord';
import { SeriesCancel } from './series/types';
import { OperationQuery } from './types';

const TABLE = 'data_platform_operations';

interface Row {
  id: string;
  operation: string;
  title: string;
  actor: string;
  actor_groups: string;
  ownership_refs: string;
  entity_ref: string | null;
  owner_ref: string | null;
  product_ref: string | null;
  domain_ref: string | null;
  request: string;
  request_hash: string;
  idempotency_key: string | null;
  subject: string | null;
  state: OperationRecord['state'];
  direction: OperationRecord['direction'];
  steps: string;
  requirements: string;
  progress: string;
  findings: string;
  output: string;
  series: string | null;
  error: string | null;
  created_at: number | string;
  finished_at: number | string | null;
}

const STATES: Readonly<
  Record<NonNullable<OperationQuery['state']>, OperationRecord['state'][]>
> = {
  open: ['accepted', 'running'],
  done: ['done'],
  failed: ['failed'],
  cancelled: ['cancelled'],
};

/** What is asked for by text is looked for in these. */
const TEXTS = ['title', 'actor', 'entity_ref', 'operation', 'id'] as const;

/** What stands in the way of a new row. */
export type Collision = { type: 'key' | 'subject'; with: OperationRecord };

/** The table of operations. Leases make sure that one replica at a time executes a row. */
export class OperationTable {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Stores a new operation, leased to its acceptor; or tells what it collides with. */
  async insert(
    record: OperationRecord,
    lease: { owner: string; until: number },
  ): Promise<Collision | undefined> {
    const row = {
      ...toRow(record),
      lease_owner: lease.owner,
      lease_until: lease.until,
    };
    for (let last = false; ; last = true) {
      try {
        await this.#db(TABLE).insert(row);
        return undefined;
      } catch (error) {
        const collision = await this.#collision(record);
        if (collision) return collision;
        // What it collided with may have ended just now: then there is room.
        if (last) throw error;
      }
    }
  }

  async get(id: string): Promise<OperationRecord | undefined> {
    return first(await this.#db(TABLE).where({ id }));
  }

  async byKey(
    actor: string,
    key: string,
  ): Promise<OperationRecord | undefined> {
    return first(await this.#db(TABLE).where({ actor, idempotency_key: key }));
  }

  async bySubject(subject: string): Promise<OperationRecord | undefined> {
    return first(await this.#db(TABLE).where({ subject }));
  }

  /** Newest first; longer than the limit by those of the very same millisecond as the last. */
  async list(query: OperationQuery): Promise<OperationRecord[]> {
    const matching = () => {
      const rows = this.#db(TABLE).where({
        ...(query.entityRef && { entity_ref: query.entityRef }),
        ...(query.actor && { actor: query.actor }),
      });
      const { entityRefs = [], within } = query;
      if (within !== undefined) {
        void rows.where(inside =>
          inside
            .whereIn('entity_ref', entityRefs)
            .orWhere({ product_ref: within })
            .orWhere({ domain_ref: within }),
        );
      }
      if (query.ids) void rows.whereIn('id', query.ids);
      if (query.operations) void rows.whereIn('operation', query.operations);
      if (query.state) void rows.whereIn('state', STATES[query.state]);
      if (query.q) {
        const like = `%${escaped(query.q.trim().toLowerCase())}%`;
        void rows.where(any => {
          for (const column of TEXTS) {
            void any.orWhereRaw(`lower(??) like ? escape '!'`, [column, like]);
          }
        });
      }
      const { visible } = query;
      if (visible) {
        void rows.where(own =>
          own
            .where({ actor: visible.actor })
            .orWhereIn('entity_ref', visible.entityRefs)
            .orWhereIn('owner_ref', visible.ownerRefs),
        );
      }
      return rows.orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    };
    const rows: Row[] = await (query.before === undefined
      ? matching()
      : matching().where('created_at', '<', query.before)
    ).limit(query.limit);
    const last = rows[query.limit - 1];
    const ties: Row[] = last
      ? await matching().where({ created_at: last.created_at })
      : [];
    const known = new Set(rows.map(({ id }) => id));
    return [...rows, ...ties.filter(({ id }) => !known.has(id))].map(toRecord);
  }

  /** How many operations of a person are under way. */
  async countOpen(actor: string): Promise<number> {
    const [row] = await this.#db(TABLE)
      .where({ actor })
      .whereIn('state', ['accepted', 'running'])
      .count({ n: '*' });
    return Number(row.n);
  }

  /** Unfinished operations that nobody holds. */
  async due(now: number, limit: number): Promise<string[]> {
    const rows = await this.#db(TABLE)
      .whereIn('state', ['accepted', 'running'])
      .where('lease_until', '<', now)
      .orderBy('created_at')
      .limit(limit)
      .select('id');
    return rows.map(({ id }) => id);
  }

  /** Takes or renews the lease. False: another replica has it, or the operation has ended. */
  async lease(
    id: string,
    owner: string,
    now: number,
    until: number,
  ): Promise<boolean> {
    const changed = await this.#db(TABLE)
      .where({ id })
      .whereIn('state', ['accepted', 'running'])
      .where(query =>
        query.where('lease_until', '<', now).orWhere({ lease_owner: owner }),
      )
      .update({ lease_owner: owner, lease_until: until });
    return changed === 1;
  }

  /** Writes what has changed, if this owner still holds the lease. An ended operation gives up its claims. */
  async save(record: OperationRecord, owner: string): Promise<boolean> {
    const ended = hasEnded(record);
    const changed = await this.#db(TABLE)
      .where({ id: record.id, lease_owner: owner })
      .update({
        state: record.state,
        direction: record.direction,
        progress: JSON.stringify(record.progress),
        output: JSON.stringify(record.output),
        error: record.error ?? null,
        finished_at: record.finishedAt ?? null,
        ...(ended && {
          subject: null,
          lease_until: 0,
          ...withoutSecrets(record),
        }),
        ...(ended && record.state !== 'done' && { idempotency_key: null }),
      });
    return changed === 1;
  }

  /** Lets go, so that it is taken up again after `until`. */
  async release(id: string, owner: string, until: number): Promise<void> {
    await this.#db(TABLE)
      .where({ id, lease_owner: owner })
      .update({ lease_owner: null, lease_until: until });
  }

  /** Deletes operations that ended before a time. How many. */
  prune(before: number): Promise<number> {
    return this.#db(TABLE)
      .whereIn('state', ENDED)
      .where('finished_at', '<', before)
      .delete();
  }

  /** Asks a series to start no more runs. Who asked first is kept. */
  async cancel(id: string, cancel: SeriesCancel): Promise<void> {
    await this.#db(TABLE)
      .where({ id })
      .whereIn('state', ['accepted', 'running'])
      .whereNull('cancel')
      .update({ cancel: JSON.stringify(cancel) });
  }

  /** Who asked a series to end, if somebody did. */
  async cancelled(id: string): Promise<SeriesCancel | undefined> {
    const [row] = await this.#db(TABLE).where({ id }).select('cancel');
    return row?.cancel ? JSON.parse(row.cancel) : undefined;
  }

  async #collision(record: OperationRecord): Promise<Collision | undefined> {
    const { idempotencyKey, subject, actor } = record;
    const sameKey =
      idempotencyKey && (await this.byKey(actor.userRef, idempotencyKey));
    if (sameKey) return { type: 'key', with: sameKey };
    const holder = subject && (await this.bySubject(subject));
    return holder ? { type: 'subject', with: holder } : undefined;
  }
}

/** What it needed in order to go on after a crash is kept no longer than that. */
function withoutSecrets({ steps, request }: OperationRecord) {
  return {
    steps: JSON.stringify(maskSecrets(steps)),
    request: JSON.stringify(maskSecrets(request)),
  };
}

function toRow(record: OperationRecord): Record<string, unknown> {
  return {
    id: record.id,
    operation: record.operation,
    title: record.title.slice(0, 500),
    actor: record.actor.userRef,
    actor_groups: JSON.stringify(record.actor.groups),
    ownership_refs: JSON.stringify(record.actor.ownershipRefs),
    entity_ref: record.entityRef ?? null,
    owner_ref: record.place?.ownerRef ?? null,
    product_ref: record.place?.productRef ?? null,
    domain_ref: record.place?.domainRef ?? null,
    request: JSON.stringify(record.request),
    request_hash: record.requestHash,
    idempotency_key: record.idempotencyKey ?? null,
    subject: record.subject ?? null,
    state: record.state,
    direction: record.direction,
    steps: JSON.stringify(record.steps),
    requirements: JSON.stringify(record.requirements),
    progress: JSON.stringify(record.progress),
    findings: JSON.stringify(record.findings),
    output: JSON.stringify(record.output),
    series: record.series ? JSON.stringify(record.series) : null,
    error: record.error ?? null,
    created_at: record.createdAt,
    finished_at: record.finishedAt ?? null,
  };
}

function toRecord(row: Row): OperationRecord {
  return {
    id: row.id,
    operation: row.operation,
    title: row.title,
    actor: {
      userRef: row.actor,
      groups: JSON.parse(row.actor_groups),
      ownershipRefs: JSON.parse(row.ownership_refs),
    },
    entityRef: row.entity_ref ?? undefined,
    place: placeOf(row),
    request: JSON.parse(row.request),
    requestHash: row.request_hash,
    idempotencyKey: row.idempotency_key ?? undefined,
    subject: row.subject ?? undefined,
    steps: JSON.parse(row.steps),
    requirements: JSON.parse(row.requirements),
    findings: JSON.parse(row.findings),
    ...(row.series && { series: JSON.parse(row.series) }),
    createdAt: Number(row.created_at),
    state: row.state,
    direction: row.direction,
    progress: JSON.parse(row.progress),
    output: JSON.parse(row.output),
    error: row.error ?? undefined,
    finishedAt: row.finished_at ? Number(row.finished_at) : undefined,
  };
}

function placeOf({ owner_ref, product_ref, domain_ref }: Row) {
  if (!owner_ref && !product_ref && !domain_ref) return undefined;
  return {
    ...(owner_ref && { ownerRef: owner_ref }),
    ...(product_ref && { productRef: product_ref }),
    ...(domain_ref && { domainRef: domain_ref }),
  };
}

/** A text in a LIKE pattern, meant as it stands. */
function escaped(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}

function first(rows: Row[]): OperationRecord | undefined {
  return rows[0] && toRecord(rows[0]);
}
