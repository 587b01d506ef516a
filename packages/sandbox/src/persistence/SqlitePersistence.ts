import DatabaseDriver from 'better-sqlite3';
import { LogStore, StoredLog } from '../logs/LogStore';
import { Database, FIRST_VERSION, StoredObject } from '../store/Database';
import { Entry } from '../store/Entry';
import { KubeObject } from '../types';
import { openSqlite } from './openSqlite';
import { Persistence } from './Persistence';

const FLUSH_MS = 250;
/** Rows in one transaction: a batch must not hold up the loop that serves watches. */
const BATCH = 400;
/** Versions skipped after an unclean end: more than can have been given out since the last flush. */
const SKIP_AFTER_CRASH = 100_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS objects (
    resource TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (resource, key)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS logs (
    uid TEXT NOT NULL, container TEXT NOT NULL, previous INTEGER NOT NULL, ended INTEGER NOT NULL, lines TEXT NOT NULL,
    PRIMARY KEY (uid, container, previous)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
`;

/** Keeps a sandbox in an SQLite file (WAL). What was written in the last quarter of a second before a crash is lost. */
export class SqlitePersistence implements Persistence {
  readonly version: number;
  private readonly driver: DatabaseDriver.Database;
  private readonly dirty = new Map<string, Pending>();
  private database?: Database;
  private logStore?: LogStore;
  private unlisten?: () => void;
  private timer?: NodeJS.Timeout;

  constructor(folder: string) {
    this.driver = openSqlite(folder, 'sandbox.sqlite', SCHEMA);
    const clean = this.state('clean') !== 0;
    this.version =
      (this.state('version') ?? FIRST_VERSION) + (clean ? 0 : SKIP_AFTER_CRASH);
  }

  *objects(): Iterable<StoredObject> {
    const rows = this.driver
      .prepare('SELECT resource, key, version, json FROM objects')
      .iterate() as IterableIterator<{
      resource: string;
      key: string;
      version: number;
      json: string;
    }>;
    for (const { resource, key, version, json } of rows) {
      yield { resource, key, version, object: JSON.parse(json) as KubeObject };
    }
  }

  *logs(): Iterable<StoredLog> {
    const rows = this.driver
      .prepare('SELECT uid, container, previous, ended, lines FROM logs')
      .iterate() as IterableIterator<{
      uid: string;
      container: string;
      previous: number;
      ended: number;
      lines: string;
    }>;
    for (const { uid, container, previous, ended, lines } of rows) {
      yield {
        uid,
        container,
        previous: previous === 1,
        ended: ended === 1,
        lines: JSON.parse(lines),
      };
    }
  }

  attach(database: Database, logs: LogStore): void {
    this.database = database;
    this.logStore = logs;
    this.setState('clean', 0);
    this.setState('version', database.version);
    this.unlisten = database.listen(undefined, ({ type, entry }, resource) => {
      this.dirty.set(`${resource}\u0000${entry.key}`, {
        resource,
        key: entry.key,
        entry: type === 'DELETED' ? undefined : entry,
      });
    });
    this.timer = setInterval(() => this.flush(BATCH), FLUSH_MS);
    this.timer.unref();
  }

  close(): void {
    this.unlisten?.();
    clearInterval(this.timer);
    if (!this.driver.open) return;
    this.flush(Infinity);
    if (this.database) this.setState('clean', 1);
    this.driver.close();
  }

  /** Writes what changed, at most so many rows; the rest follows with the next beat. */
  private flush(limit: number): void {
    const changed = this.logStore?.changed ?? new Set<string>();
    if (this.dirty.size === 0 && changed.size === 0) return;
    const put = this.driver.prepare(
      'INSERT OR REPLACE INTO objects (resource, key, version, json) VALUES (?, ?, ?, ?)',
    );
    const remove = this.driver.prepare(
      'DELETE FROM objects WHERE resource = ? AND key = ?',
    );
    let rows = 0;
    this.driver.transaction(() => {
      for (const [id, { resource, key, entry }] of this.dirty) {
        if (rows++ >= limit) break;
        if (entry) put.run(resource, key, entry.version, entry.json());
        else remove.run(resource, key);
        this.dirty.delete(id);
      }
      for (const uid of changed) {
        if (rows++ >= limit) break;
        this.writeLogs(uid);
        changed.delete(uid);
      }
      this.setState('version', this.database!.version);
    })();
  }

  private writeLogs(uid: string): void {
    this.driver.prepare('DELETE FROM logs WHERE uid = ?').run(uid);
    const put = this.driver.prepare(
      'INSERT INTO logs (uid, container, previous, ended, lines) VALUES (?, ?, ?, ?, ?)',
    );
    for (const log of this.logStore!.of(uid)) {
      put.run(
        uid,
        log.container,
        log.previous ? 1 : 0,
        log.ended ? 1 : 0,
        JSON.stringify(log.lines),
      );
    }
  }

  private state(name: string): number | undefined {
    const row = this.driver
      .prepare('SELECT value FROM state WHERE name = ?')
      .get(name) as { value: number } | undefined;
    return row?.value;
  }

  private setState(name: string, value: number): void {
    this.driver
      .prepare('INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)')
      .run(name, value);
  }
}

interface Pending {
  resource: string;
  key: string;
  entry?: Entry;
}
