import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type DatabaseDriver from 'better-sqlite3';
import { openSqlite } from '../../persistence/openSqlite';
import { LakeFs } from '../LakeFs';
import { Repository, RepositoryChange } from '../model/Repository';
import { loadRepository, PartRow, partOf } from './parts';
import { SqliteBlobs } from './SqliteBlobs';
import { TreeStore } from './TreeStore';

const FLUSH_MS = 250;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS parts (
    repository TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (repository, kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS namespaces (name TEXT PRIMARY KEY) WITHOUT ROWID;
`;

/**
 * Keeps the sandbox's lakeFS in an SQLite file (WAL), with the same ids over restarts. What was changed in the last quarter of a
 * second before a crash is lost.
 */
export class LakeFsFiles {
  readonly blobs: SqliteBlobs;
  private readonly folder: string;
  private readonly driver: DatabaseDriver.Database;
  private readonly trees: TreeStore;
  private readonly dirty = new Map<
    string,
    { repository: Repository; change: RepositoryChange }
  >();
  private readonly timer: NodeJS.Timeout;
  private server?: LakeFs;

  constructor(folder: string) {
    this.folder = folder;
    this.driver = openSqlite(folder, 'lakefs.sqlite', SCHEMA);
    this.blobs = new SqliteBlobs(this.driver);
    this.trees = new TreeStore(this.driver);
    this.timer = setInterval(() => this.flush(), FLUSH_MS);
    this.timer.unref();
  }

  /** Fills a server with what was kept, and follows it from then on. */
  load(server: LakeFs): void {
    this.server = server;
    const names = this.driver.prepare('SELECT name FROM namespaces').all();
    for (const { name } of names as { name: string }[]) {
      server.usedNamespaces.add(name);
    }
    const rows = this.driver.prepare(
      'SELECT kind, id, json FROM parts WHERE repository = ?',
    );
    const ids = this.driver
      .prepare('SELECT DISTINCT repository FROM parts')
      .all() as { repository: string }[];
    for (const { repository: id } of ids) {
      const parts = rows.all(id) as PartRow[];
      const repository = loadRepository(parts, this.trees, this.changed);
      server.repositories.set(id, repository);
    }
    this.trees.settle();
    this.dirty.clear();
  }

  /** Notes that a part of a repository has to be written. */
  readonly changed = (
    repository: Repository,
    change: RepositoryChange,
  ): void => {
    const { id } = repository.info;
    if (this.server && !this.server.repositories.has(id)) {
      this.forget(repository);
      return;
    }
    const key = `${id}\u0000${change.kind}\u0000${change.id}`;
    this.dirty.set(key, { repository, change });
  };

  readSecret<T>(): T | undefined {
    const path = this.secretPath();
    return existsSync(path)
      ? JSON.parse(readFileSync(path, 'utf8'))
      : undefined;
  }

  writeSecret(value: object): void {
    writeFileSync(this.secretPath(), JSON.stringify(value, null, 2), {
      mode: 0o600,
    });
  }

  /** Writes what is left and lets go of the file. */
  close(): void {
    clearInterval(this.timer);
    if (!this.driver.open) return;
    this.flush();
    this.driver.close();
  }

  private secretPath(): string {
    return join(this.folder, 'lakefs-access-key.json');
  }

  private forget({ info }: Repository): void {
    const { id, storageNamespace } = info;
    for (const key of this.dirty.keys()) {
      if (key.startsWith(`${id}\u0000`)) this.dirty.delete(key);
    }
    this.driver.prepare('DELETE FROM parts WHERE repository = ?').run(id);
    this.keepNamespace(storageNamespace);
  }

  private keepNamespace(name: string): void {
    this.driver
      .prepare('INSERT OR IGNORE INTO namespaces VALUES (?)')
      .run(name);
  }

  private flush(): void {
    if (this.dirty.size === 0) return;
    const put = this.driver.prepare(
      'INSERT OR REPLACE INTO parts (repository, kind, id, json) VALUES (?, ?, ?, ?)',
    );
    const remove = this.driver.prepare(
      'DELETE FROM parts WHERE repository = ? AND kind = ? AND id = ?',
    );
    this.driver.transaction(() => {
      for (const { repository, change } of this.dirty.values()) {
        const { id, storageNamespace } = repository.info;
        if (change.kind === 'repository') this.keepNamespace(storageNamespace);
        const part = partOf(repository, change, this.trees);
        if (part === undefined) remove.run(id, change.kind, change.id);
        else put.run(id, change.kind, change.id, JSON.stringify(part));
      }
    })();
    this.dirty.clear();
  }
}
