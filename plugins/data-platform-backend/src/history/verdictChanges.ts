import { createHash } from 'crypto';
import { Knex } from 'knex';
import { inOrder, RecordedChange, sameVerdict } from './HistoryQueue';
import { VERDICTS } from './runRow';

const CHUNK = 40;
/** How far apart two replicas may see one change. */
const LAG_MS = 30_000;

/** A change of a run's verdict. */
export type RunChange = RecordedChange & { runId: string };

interface ChangeRow {
  id: string;
  run_id: string;
  at: number | string;
  writer: string;
  health: RecordedChange['health'];
  outcome: RecordedChange['outcome'] | null;
  reason: string;
  message: string;
}

/** Adds changes of verdict, in order, but for what was said before: by this process last, or by another just now. */
export async function writeChanges(
  tx: Knex.Transaction,
  changes: readonly RunChange[],
  writer: string,
): Promise<void> {
  const told = await changesByRun(tx, changes);
  const rows: ChangeRow[] = [];
  for (const { runId, ...change } of changes) {
    const before = told.get(runId) ?? [];
    if (isRepeated(before, change, writer)) {
      continue;
    }
    const last = before.at(-1);
    const row = changeRow(
      runId,
      inOrder(last && toChange(last), change),
      writer,
    );
    told.set(runId, [...before, row]);
    rows.push(row);
  }
  for (let start = 0; start < rows.length; start += CHUNK) {
    await tx(VERDICTS)
      .insert(rows.slice(start, start + CHUNK))
      .onConflict('id')
      .ignore();
  }
}

/** The change that a row holds. */
export function toChange(row: ChangeRow): RecordedChange {
  const { at, health, reason, message, outcome } = row;
  return {
    at: new Date(Number(at)).toISOString(),
    health,
    reason,
    message,
    ...(outcome ? { outcome } : {}),
  };
}

async function changesByRun(
  tx: Knex.Transaction,
  changes: readonly RunChange[],
): Promise<Map<string, ChangeRow[]>> {
  const byRun = new Map<string, ChangeRow[]>();
  const runIds = [...new Set(changes.map(change => change.runId))];
  if (runIds.length > 0) {
    const rows = await tx<ChangeRow>(VERDICTS)
      .whereIn('run_id', runIds)
      .orderBy('at')
      .orderBy('id');
    for (const row of rows) {
      byRun.set(row.run_id, [...(byRun.get(row.run_id) ?? []), row]);
    }
  }
  return byRun;
}

function isRepeated(
  before: readonly ChangeRow[],
  change: RecordedChange,
  writer: string,
): boolean {
  const last = before.at(-1);
  return (
    (last !== undefined && sameVerdict(toChange(last), change)) ||
    before.some(
      row =>
        row.writer !== writer &&
        Math.abs(Number(row.at) - Date.parse(change.at)) < LAG_MS &&
        sameVerdict(toChange(row), change),
    )
  );
}

/** The id is made of the content, so that nothing is written twice. */
function changeRow(
  runId: string,
  change: RecordedChange,
  writer: string,
): ChangeRow {
  const { at, health, outcome, reason, message } = change;
  const id = createHash('sha256')
    .update([runId, at, health, outcome, reason].join('\0'))
    .digest('base64url')
    .slice(0, 27);
  return {
    id,
    run_id: runId,
    at: Date.parse(at),
    writer,
    health,
    outcome: outcome ?? null,
    reason,
    message,
  };
}
