import { Knex } from 'knex';

/**
 * Lets better-sqlite3 commit with one write in place of several, each of which keeps the event loop, and with it every
 * stream and read, waiting for the disk. Kept in the file; nothing on other databases and in memory.
 */
export async function useWriteAheadLog(database: Knex): Promise<void> {
  if (database.client.config.client === 'better-sqlite3') {
    await database.raw('PRAGMA journal_mode = WAL');
  }
}
