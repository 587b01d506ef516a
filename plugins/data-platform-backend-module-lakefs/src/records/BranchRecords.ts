import { Knex } from 'knex';
import { BranchKey, BranchRecord } from './BranchRecord';

const TABLE = 'lakefs_branches';
const AT_ONCE = 200;

interface Row {
  server: string;
  repository: string;
  name: string;
  source: string | null;
  owner: string | null;
  purpose: string | null;
  expires_at: number | string | null;
  created_by: string | null;
  created_at: number | string | null;
  operation: string | null;
  last_commit: string | null;
  seen_at: number | string | null;
  deleted_at: number | string | null;
  deleted_by: string | null;
  notice_for: number | string | null;
  notice_at: number | string | null;
  notice_head: string | null;
  notice_dirty: boolean | number | null;
  notice_told: boolean | number | null;
  expiry_note: string | null;
}

/** The portal's own record of branches, in the plugin's database. Several replicas may write it. */
export class BranchRecords {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** All that is known of a repository's branches, deleted ones included, by name. */
  async of(
    server: string,
    repository: string,
  ): Promise<Map<string, BranchRecord>> {
    const rows: Row[] = await this.#db(TABLE).where({ server, repository });
    return new Map(rows.map(row => [row.name, toRecord(row)]));
  }

  async get(key: BranchKey): Promise<BranchRecord | undefined> {
    const row: Row | undefined = await this.#db(TABLE)
      .where(keyOf(key))
      .first();
    return row && toRecord(row);
  }

  /** What a new life of a branch is for; whatever was known of an earlier one of that name is replaced. */
  async put(record: BranchRecord): Promise<void> {
    await this.#db(TABLE)
      .insert(toRow(record))
      .onConflict(['server', 'repository', 'name'])
      .merge();
  }

  /** Changes what is given, of a record that may not exist yet. */
  async change(
    key: BranchKey,
    change: Partial<Omit<BranchRecord, keyof BranchKey>>,
  ): Promise<void> {
    const row = toRow({ ...key, ...change });
    const given = Object.fromEntries(
      Object.keys(change).map(name => {
        const column = columnOf(name);
        return [column, row[column as keyof Row]];
      }),
    );
    await this.#db(TABLE)
      .insert({ ...keyOf(key), ...given })
      .onConflict(['server', 'repository', 'name'])
      .merge(given);
  }

  /** Takes down the heads of branches; what was deleted and is there again is so no longer. */
  async saw(
    server: string,
    repository: string,
    heads: readonly { name: string; commit: string }[],
    now: number,
  ): Promise<void> {
    for (let from = 0; from < heads.length; from += AT_ONCE) {
      await this.#db(TABLE)
        .insert(
          heads.slice(from, from + AT_ONCE).map(({ name, commit }) => ({
            server,
            repository,
            name,
            last_commit: commit,
            seen_at: now,
            deleted_at: null,
            deleted_by: null,
          })),
        )
        .onConflict(['server', 'repository', 'name'])
        .merge(['last_commit', 'seen_at', 'deleted_at', 'deleted_by']);
    }
  }

  /** Branches that a complete listing does not show any more. */
  async gone(
    server: string,
    repository: string,
    names: readonly string[],
    now: number,
  ): Promise<void> {
    for (let from = 0; from < names.length; from += AT_ONCE) {
      await this.#db(TABLE)
        .where({ server, repository })
        .whereIn('name', names.slice(from, from + AT_ONCE))
        .whereNull('deleted_at')
        .update({ deleted_at: now });
    }
  }

  /**
   * Deleted branches that can be restored, the latest first.
   * @param query.q - text in the name; the case does not matter
   */
  async deleted(
    server: string,
    repository: string,
    query: { q?: string; limit: number; offset?: number },
  ): Promise<BranchRecord[]> {
    const rows: Row[] = await this.#deleted(server, repository, query.q)
      .orderBy([
        { column: 'deleted_at', order: 'desc' },
        { column: 'name', order: 'asc' },
      ])
      .offset(query.offset ?? 0)
      .limit(query.limit);
    return rows.map(toRecord);
  }

  /** How many {@link BranchRecords.deleted} has in all. */
  async countDeleted(
    server: string,
    repository: string,
    q?: string,
  ): Promise<number> {
    const [row] = await this.#deleted(server, repository, q).count({ n: '*' });
    return Number((row as { n: number | string }).n);
  }

  #deleted(
    server: string,
    repository: string,
    q: string | undefined,
  ): Knex.QueryBuilder {
    const rows = this.#db(TABLE)
      .where({ server, repository })
      .whereNotNull('deleted_at')
      .whereNotNull('last_commit');
    if (q) {
      const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
      void rows.whereRaw(`lower(name) like ? escape '!'`, [like]);
    }
    return rows;
  }

  /** Branches that are there and whose time ends before `until`, on all servers. */
  async expiring(until: number): Promise<BranchRecord[]> {
    const rows: Row[] = await this.#db(TABLE)
      .where('expires_at', '<=', until)
      .whereNull('deleted_at')
      .orderBy('expires_at');
    return rows.map(toRecord);
  }

  /** Forgets what was deleted long ago. How many. */
  prune(before: number): Promise<number> {
    return this.#db(TABLE).where('deleted_at', '<', before).delete();
  }
}

function keyOf({ server, repository, name }: BranchKey): BranchKey {
  return { server, repository, name };
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

function toRow(record: BranchRecord): Row {
  return {
    ...keyOf(record),
    source: record.source ?? null,
    owner: record.owner ?? null,
    purpose: record.purpose ?? null,
    expires_at: record.expiresAt ?? null,
    created_by: record.createdBy ?? null,
    created_at: record.createdAt ?? null,
    operation: record.operation ?? null,
    last_commit: record.lastCommit ?? null,
    seen_at: record.seenAt ?? null,
    deleted_at: record.deletedAt ?? null,
    deleted_by: record.deletedBy ?? null,
    notice_for: record.noticeFor ?? null,
    notice_at: record.noticeAt ?? null,
    notice_head: record.noticeHead ?? null,
    notice_dirty: record.noticeDirty ?? null,
    notice_told: record.noticeTold ?? null,
    expiry_note: record.expiryNote ?? null,
  };
}

function toRecord(row: Row): BranchRecord {
  const { server, repository, name } = row;
  const record: BranchRecord = { server, repository, name };
  if (row.source) record.source = row.source;
  if (row.owner) record.owner = row.owner;
  if (row.purpose) record.purpose = row.purpose;
  if (row.expires_at !== null) record.expiresAt = Number(row.expires_at);
  if (row.created_by) record.createdBy = row.created_by;
  if (row.created_at !== null) record.createdAt = Number(row.created_at);
  if (row.operation) record.operation = row.operation;
  if (row.last_commit) record.lastCommit = row.last_commit;
  if (row.seen_at !== null) record.seenAt = Number(row.seen_at);
  if (row.deleted_at !== null) record.deletedAt = Number(row.deleted_at);
  if (row.deleted_by) record.deletedBy = row.deleted_by;
  if (row.notice_for !== null) record.noticeFor = Number(row.notice_for);
  if (row.notice_at !== null) record.noticeAt = Number(row.notice_at);
  if (row.notice_head) record.noticeHead = row.notice_head;
  if (row.notice_dirty !== null) record.noticeDirty = Boolean(row.notice_dirty);
  if (row.notice_told !== null) record.noticeTold = Boolean(row.notice_told);
  if (row.expiry_note) record.expiryNote = row.expiry_note;
  return record;
}
