import { Knex } from 'knex';
import { markGone, reconcileRuns } from './goneRuns';
import { PendingWrite } from './HistoryQueue';
import { keepsVerdict, mergeRun } from './mergeRun';
import { writeLog } from './runLogs';
import { writeNumbers } from './runNumbers';
import { DEFINITIONS, RunRow, RUNS, toRow } from './runRow';
import { writeUsage } from './runUsage';
import { RunChange, writeChanges } from './verdictChanges';

const CHUNK = 40;

type RunWrite = Extract<PendingWrite, { type: 'run' }>;

/**
 * Writes a batch in one transaction. Idempotent: the same again, from here or another replica, changes nothing.
 * @param writer - identity of this process
 */
export async function writeBatch(
  database: Knex,
  writes: readonly PendingWrite[],
  writer: string,
): Promise<void> {
  await database.transaction(async tx => {
    await writeRuns(
      tx,
      writes.filter(write => write.type === 'run'),
      writer,
    );
    for (const write of writes) {
      if (write.type === 'log') {
        await writeLog(tx, write.runId, write.tail);
      } else if (write.type === 'numbers') {
        await writeNumbers(tx, write.runId, write.numbers);
      } else if (write.type === 'usage') {
        await writeUsage(tx, write.runId, write.usage);
      } else if (write.type === 'definition') {
        const { hash, yaml, recordedAt } = write;
        await tx(DEFINITIONS)
          .insert({ hash, yaml, recorded_at: recordedAt })
          .onConflict('hash')
          .ignore();
      } else if (write.type === 'gone') {
        await markGone(tx, write, writer);
      } else if (write.type === 'reconcile') {
        await reconcileRuns(tx, write);
      }
    }
  });
}

async function writeRuns(
  tx: Knex.Transaction,
  writes: readonly RunWrite[],
  writer: string,
): Promise<void> {
  if (writes.length === 0) {
    return;
  }
  // In one order everywhere, so that two replicas never wait for each other in a circle.
  const sorted = [...writes].sort((a, b) => (a.run.id < b.run.id ? -1 : 1));
  const ids = sorted.map(({ run }) => run.id);
  const query = tx<RunRow>(RUNS).whereIn('id', ids).orderBy('id');
  const existing = new Map<string, RunRow>();
  for (const row of await (isPostgres(tx) ? query.forUpdate() : query)) {
    existing.set(row.id, row);
  }
  const rows: RunRow[] = [];
  const changes: RunChange[] = [];
  for (const { run, changes: told, recordedAt } of sorted) {
    const before = existing.get(run.id);
    const merged = mergeRun(before, run, recordedAt);
    if (merged) {
      rows.push(merged);
    }
    if (!before || !keepsVerdict(before, toRow(run, recordedAt))) {
      changes.push(...told.map(change => ({ ...change, runId: run.id })));
    }
  }
  for (let start = 0; start < rows.length; start += CHUNK) {
    const conflict = tx(RUNS)
      .insert(rows.slice(start, start + CHUNK))
      .onConflict('id');
    // Another replica may have told of the end since we read.
    await conflict.merge().where(where => {
      where
        .whereNull(`${RUNS}.outcome`)
        .orWhereNotNull(tx.raw('excluded.outcome') as unknown as string);
    });
  }
  await writeChanges(tx, changes, writer);
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
