import { Knex } from 'knex';
import { mergeUsage, UsageRecord } from '../executors/UsageRecord';
import { parseUsage, usageText } from '../executors/usageText';

/** Executors of runs; apart from the runs, so that lists need not read them. */
export const RUN_EXECUTORS = 'data_platform_run_executors';

interface UsageRow {
  run_id: string;
  usage: string;
}

/** Adds what is known of the executors of a run to what was known. The same again, from any replica, changes nothing. */
export async function writeUsage(
  tx: Knex.Transaction,
  runId: string,
  usage: UsageRecord,
): Promise<void> {
  const query = tx<UsageRow>(RUN_EXECUTORS).where({ run_id: runId });
  const row = await (isPostgres(tx) ? query.forUpdate() : query).first();
  const before = row && parseUsage(row.usage);
  const text = usageText(before ? mergeUsage(before, usage) : usage);
  if (text !== row?.usage) {
    await tx<UsageRow>(RUN_EXECUTORS)
      .insert({ run_id: runId, usage: text })
      .onConflict('run_id')
      .merge();
  }
}

/** What was kept of the executors of a run. */
export async function readUsage(
  database: Knex,
  runId: string,
): Promise<UsageRecord | undefined> {
  const row = await database<UsageRow>(RUN_EXECUTORS)
    .where({ run_id: runId })
    .first();
  return row && parseUsage(row.usage);
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
