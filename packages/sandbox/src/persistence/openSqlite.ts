import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import DatabaseDriver from 'better-sqlite3';

/** A sandbox that is just ending lets go of its file within this time. */
const LOCK_WAIT_MS = 2_000;

/**
 * Opens an SQLite file (WAL) for this process alone: two writers would undo each other's work. Folder and file are for their owner's
 * eyes.
 *
 * @throws Error when another process has it
 */
export function openSqlite(
  folder: string,
  name: string,
  schema: string,
): DatabaseDriver.Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const path = join(folder, name);
  const driver = new DatabaseDriver(path, { timeout: LOCK_WAIT_MS });
  chmodSync(path, 0o600);
  try {
    driver.pragma('locking_mode = EXCLUSIVE');
    driver.pragma('journal_mode = WAL');
    driver.pragma('synchronous = NORMAL');
    driver.exec(schema);
    driver.exec('BEGIN EXCLUSIVE; COMMIT');
    return driver;
  } catch (error) {
    driver.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new Error(
      `The data folder ${folder} is in use by another sandbox: stop that one, or take another folder`,
    );
  }
}
