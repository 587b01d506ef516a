import { Knex } from 'knex';

/** A commit takes a few ms. Longer, and somebody else holds the file; its driver would block the whole process meanwhile. */
const BUSY_MS = 100;

/**
 * Lets better-sqlite3 commit with one write in place of several, each of which keeps the event loop, and with it every
 * stream and read, waiting for the disk, and fail soon where another process has locked the file, for the driver waits
 * for the lock without letting anything else run (5 s by default). Nothing on other databases and in memory.
 */
export async function useWriteAheadLog(database: Knex): Promise<void> {
  if (database.client.config.client === 'better-sqlite3') {
    await database.raw('PRAGMA journal_mode = WAL');
    await database.raw(`PRAGMA busy_timeout = ${BUSY_MS}`);
  }
}
