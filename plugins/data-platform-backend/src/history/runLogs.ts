import { RunDetail } from '@millrace/backstage-plugin-data-platform-common';
import { Knex } from 'knex';
import { LogTail } from './types';

/** Last lines of failed runs; apart from the runs, so that lists need not read them. */
export const RUN_LOGS = 'data_platform_run_logs';

interface LogRow {
  run_id: string;
  log: string;
  truncated: boolean | number | null;
  missing: string | null;
}

/** Keeps the lines; why there are none only as long as there are none, for another replica may have got them. */
export async function writeLog(
  tx: Knex.Transaction,
  runId: string,
  tail: LogTail,
): Promise<void> {
  const row: LogRow =
    'text' in tail
      ? {
          run_id: runId,
          log: tail.text,
          truncated: tail.truncated === true,
          missing: null,
        }
      : { run_id: runId, log: '', truncated: null, missing: tail.missing };
  const conflict = tx<LogRow>(RUN_LOGS).insert(row).onConflict('run_id');
  await (row.missing === null ? conflict.merge() : conflict.ignore());
}

/** What was kept of the log of a run, or why nothing. */
export async function readLog(
  database: Knex,
  runId: string,
): Promise<Pick<RunDetail, 'logTail' | 'logTailTruncated' | 'logTailMissing'>> {
  const row = await database<LogRow>(RUN_LOGS).where({ run_id: runId }).first();
  if (!row) {
    return {};
  }
  return row.missing === null
    ? { logTail: row.log, ...(row.truncated && { logTailTruncated: true }) }
    : { logTailMissing: row.missing };
}
