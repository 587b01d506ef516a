import { Knex } from 'knex';
import { PendingWrite } from './HistoryQueue';
import { RunRow, RUNS, toRecord, toRow } from './runRow';
import { writeChanges } from './verdictChanges';

const CHUNK = 500;

type Gone = Extract<PendingWrite, { type: 'gone' }>;
type Reconcile = Extract<PendingWrite, { type: 'reconcile' }>;

/** The object of these runs is gone. One that had not ended, and whose end was watched, was cut off by that. */
export async function markGone(
  tx: Knex.Transaction,
  gone: Gone,
  writer: string,
) {
  const at = Date.parse(gone.at);
  const rows = await tx<RunRow>(RUNS)
    .where({ source: gone.source, uid: gone.uid })
    .whereNull('gone_at')
    .orderBy('id');
  for (const row of rows) {
    const mark = { gone_at: at, gone_seen: gone.seen };
    if (row.outcome === null && gone.seen) {
      const { run, change } = cutOff(row, gone.at);
      const { body, outcome, duration_seconds } = toRow(run, 0);
      await tx(RUNS)
        .where({ id: row.id })
        .update({ ...mark, body, outcome, duration_seconds });
      await writeChanges(tx, [{ runId: row.id, ...change }], writer);
    } else {
      await tx(RUNS).where({ id: row.id }).update(mark);
    }
  }
}

/** Marks as gone what a complete list does not show, unless it was recorded after that list. */
export async function reconcileRuns(tx: Knex.Transaction, list: Reconcile) {
  const query = tx<RunRow>(RUNS)
    .where({ source: list.source, api_group: list.group, kind: list.kind })
    .whereNull('gone_at')
    .where('first_recorded_at', '<', list.recordedAt)
    .select('id', 'uid');
  const rows = await (list.namespace === undefined
    ? query
    : query.where({ namespace: list.namespace }));
  const ids = rows
    .filter(({ uid }) => !list.present.has(uid))
    .map(({ id }) => id);
  for (let start = 0; start < ids.length; start += CHUNK) {
    await tx(RUNS)
      .whereIn('id', ids.slice(start, start + CHUNK))
      .update({ gone_at: Date.parse(list.at), gone_seen: false });
  }
}

function cutOff(row: RunRow, at: string) {
  const run = toRecord(row);
  const { message } = run.assessment;
  const verdict = {
    health: 'suspended',
    outcome: 'cancelled',
    reason: 'ObjectDeleted',
    message: `Its object was deleted while it had not ended. Last seen: ${message}`,
  } as const;
  const started = run.startedAt ? Date.parse(run.startedAt) : NaN;
  return {
    run: {
      ...run,
      outcome: 'cancelled' as const,
      finishedAt: at,
      durationSeconds: Number.isNaN(started)
        ? undefined
        : Math.max(0, (Date.parse(at) - started) / 1000),
      assessment: { ...run.assessment, ...verdict, since: at, remedies: [] },
    },
    change: { at, ...verdict },
  };
}
