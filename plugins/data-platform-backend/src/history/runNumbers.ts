import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import { Knex } from 'knex';

/** Spark's own numbers of runs; apart from the runs, so that lists need not read them. */
export const RUN_NUMBERS = 'data_platform_run_numbers';

interface NumbersRow {
  run_id: string;
  numbers: string;
}

/** Keeps the numbers that know more: those of another replica may be older. */
export async function writeNumbers(
  tx: Knex.Transaction,
  runId: string,
  numbers: SparkNumbers,
): Promise<void> {
  const before = await readNumbers(tx, runId);
  if (before && !supersedes(numbers, before)) {
    return;
  }
  await tx<NumbersRow>(RUN_NUMBERS)
    .insert({ run_id: runId, numbers: JSON.stringify(numbers) })
    .onConflict('run_id')
    .merge();
}

/** What was kept of a run. */
export async function readNumbers(
  database: Knex,
  runId: string,
): Promise<SparkNumbers | undefined> {
  const row = await database<NumbersRow>(RUN_NUMBERS)
    .where({ run_id: runId })
    .first();
  return row && (JSON.parse(row.numbers) as SparkNumbers);
}

/** Of the later reading, unless it knows of fewer tasks: a History Server may not have read the whole log. */
function supersedes(now: SparkNumbers, before: SparkNumbers): boolean {
  return now.tasks.complete === before.tasks.complete
    ? now.at > before.at
    : now.tasks.complete > before.tasks.complete;
}
