import { Knex } from 'knex';
import { RUN_BRANCHES } from './RunBranches';
import { RUN_EXECUTORS } from './runUsage';
import { RUN_LOGS } from './runLogs';
import { RUN_NUMBERS } from './runNumbers';
import { DEFINITIONS, RUNS, VERDICTS } from './runRow';

const CHUNK = 500;
const DAY_MS = 24 * 3600_000;

/** How long runs are kept. */
export interface Retention {
  /** Default 90. */
  days?: number;
  /** Of one job; of what belongs to no job, of one name. Default 500. */
  runsPerJob?: number;
}

/**
 * Deletes what is beyond the retention, in small transactions. What is still on the cluster and has not ended stays,
 * whatever its age. To be called by a global schedule, daily or so.
 *
 * @returns how many runs were deleted
 */
export async function pruneHistory(options: {
  database: Knex;
  retention?: Retention;
  /** Epoch milliseconds. */
  now: number;
  signal: AbortSignal;
}): Promise<number> {
  const { database, now, signal, retention = {} } = options;
  const { days = 90, runsPerJob = 500 } = retention;
  const cutoff = now - days * DAY_MS;
  let deleted = 0;
  for (;;) {
    signal.throwIfAborted();
    const old = await tooOld(database, cutoff);
    const ids = old.length > 0 ? old : await tooMany(database, runsPerJob);
    if (ids.length === 0) {
      break;
    }
    await database.transaction(async tx => {
      await tx(VERDICTS).whereIn('run_id', ids).delete();
      await tx(RUN_LOGS).whereIn('run_id', ids).delete();
      await tx(RUN_NUMBERS).whereIn('run_id', ids).delete();
      await tx(RUN_EXECUTORS).whereIn('run_id', ids).delete();
      await tx(RUNS).whereIn('id', ids).delete();
    });
    deleted += ids.length;
  }
  await database(DEFINITIONS)
    .where('recorded_at', '<', cutoff)
    .whereNotExists(
      database(RUNS)
        .select(database.raw('1'))
        .whereRaw('?? = ??', [
          `${RUNS}.definition_hash`,
          `${DEFINITIONS}.hash`,
        ]),
    )
    .delete();
  await database(RUN_BRANCHES)
    .where('at', '<', cutoff)
    .whereNotExists(
      database(RUNS)
        .select(database.raw('1'))
        .whereRaw('?? = ??', [`${RUNS}.source`, `${RUN_BRANCHES}.source`])
        .whereRaw('?? = ??', [`${RUNS}.uid`, `${RUN_BRANCHES}.uid`]),
    )
    .delete();
  return deleted;
}

async function tooOld(database: Knex, cutoff: number): Promise<string[]> {
  return database(RUNS)
    .where('sort_at', '<', cutoff)
    .where(ended)
    .limit(CHUNK)
    .pluck('id');
}

async function tooMany(database: Knex, keep: number): Promise<string[]> {
  const ranked = database(RUNS)
    .select('id', 'outcome', 'gone_at')
    .select(
      database.raw(
        `row_number() over (
           partition by coalesce(entity_ref, source || ' ' || coalesce(namespace, '') || ' ' || kind || ' ' || name)
           order by sort_at desc, id
         ) as place`,
      ),
    )
    .as('ranked');
  return database
    .from(ranked)
    .where('place', '>', keep)
    .where(ended)
    .limit(CHUNK)
    .pluck('id');
}

function ended(where: Knex.QueryBuilder): void {
  void where.whereNotNull('outcome').orWhereNotNull('gone_at');
}
