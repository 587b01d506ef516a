import DatabaseDriver from 'better-sqlite3';
import { Blobs } from '../model/Blobs';

/** Keeps the bytes of objects in an SQLite file. */
export class SqliteBlobs implements Blobs {
  private readonly insert: DatabaseDriver.Statement;
  private readonly select: DatabaseDriver.Statement;
  private readonly remove: DatabaseDriver.Statement;

  constructor(driver: DatabaseDriver.Database) {
    driver.exec(
      'CREATE TABLE IF NOT EXISTS blobs (address TEXT PRIMARY KEY, bytes BLOB NOT NULL)',
    );
    this.insert = driver.prepare('INSERT OR REPLACE INTO blobs VALUES (?, ?)');
    this.select = driver.prepare('SELECT bytes FROM blobs WHERE address = ?');
    this.remove = driver.prepare('DELETE FROM blobs WHERE address = ?');
  }

  put(address: string, bytes: Uint8Array): void {
    this.insert.run(address, Buffer.from(bytes));
  }

  get(address: string): Uint8Array | undefined {
    const row = this.select.get(address) as { bytes: Buffer } | undefined;
    return row?.bytes;
  }

  delete(address: string): void {
    this.remove.run(address);
  }
}
