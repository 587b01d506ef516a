import { createHash } from 'node:crypto';
import DatabaseDriver from 'better-sqlite3';
import { Leaf, Range, Tree } from '../tree/Tree';

/** Keeps trees as lists of their ranges; a range that many trees share is kept once, under a hash of its content. */
export class TreeStore {
  private readonly insert: DatabaseDriver.Statement;
  private readonly select: DatabaseDriver.Statement;
  private readonly ids = new WeakMap<Range<Leaf>, string>();
  private readonly loaded = new Map<string, Range<Leaf>>();
  private readonly driver: DatabaseDriver.Database;

  constructor(driver: DatabaseDriver.Database) {
    this.driver = driver;
    driver.exec(
      'CREATE TABLE IF NOT EXISTS ranges (id TEXT PRIMARY KEY, json TEXT NOT NULL)',
    );
    this.insert = driver.prepare('INSERT OR IGNORE INTO ranges VALUES (?, ?)');
    this.select = driver.prepare('SELECT json FROM ranges WHERE id = ?');
  }

  /** Writes the ranges that are not kept yet; answers with the ids of all. */
  put(tree: Tree<Leaf>): string[] {
    return tree.ranges.map(range => {
      const known = this.ids.get(range);
      if (known) return known;
      const json = JSON.stringify(range);
      const hash = createHash('sha256').update(json).digest('base64url');
      const id = hash.slice(0, 22);
      this.insert.run(id, json);
      this.ids.set(range, id);
      return id;
    });
  }

  /** Trees that are loaded one after another share ranges as they did before. */
  get<L extends Leaf>(ids: readonly string[]): Tree<L> {
    return new Tree(ids.map(id => this.range(id) as Range<L>));
  }

  /** To be called when all trees are loaded: removes ranges that no tree has any more. */
  settle(): void {
    const rows = this.driver.prepare('SELECT id FROM ranges').all();
    const remove = this.driver.prepare('DELETE FROM ranges WHERE id = ?');
    for (const { id } of rows as { id: string }[]) {
      if (!this.loaded.has(id)) remove.run(id);
    }
    this.loaded.clear();
  }

  private range(id: string): Range<Leaf> {
    const known = this.loaded.get(id);
    if (known) return known;
    const row = this.select.get(id) as { json: string };
    const range: Range<Leaf> = JSON.parse(row.json);
    this.loaded.set(id, range);
    this.ids.set(range, id);
    return range;
  }
}
