import { Diff, DiffType } from '../client/types';

/** Changes below one prefix (a table, a folder). */
export interface DiffGroup {
  prefix: string;
  /** By kind of change, of the objects that this page knows. */
  counts: Partial<Record<DiffType, number>>;
  objects: number;
  /** Bytes of what was added or changed. */
  addedBytes: number;
  removedBytes: number;
  items: Diff[];
}

const FOLDERS = ['data', 'metadata'];

/**
 * Groups a page of changes by table: the folder above Iceberg's `data/` and `metadata/`, above Delta's `_delta_log/`, above
 * partitions (`dt=2026-01-01/`), else the folder of the object. A page is in byte order, so a group may go on in the next.
 */
export function diffGroups(page: readonly Diff[]): DiffGroup[] {
  const groups = new Map<string, DiffGroup>();
  for (const diff of page) {
    const prefix = tableOf(diff.path);
    let group = groups.get(prefix);
    if (!group) {
      group = {
        prefix,
        counts: {},
        objects: 0,
        addedBytes: 0,
        removedBytes: 0,
        items: [],
      };
      groups.set(prefix, group);
    }
    group.items.push(diff);
    group.objects += 1;
    group.counts[diff.type] = (group.counts[diff.type] ?? 0) + 1;
    const bytes = diff.size_bytes ?? 0;
    if (diff.type === 'removed') group.removedBytes += bytes;
    else group.addedBytes += bytes;
  }
  return [...groups.values()];
}

/** The table that an object is part of, with a slash at its end; empty at the top. */
export function tableOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const end = folders.findIndex(
    (folder, index) =>
      index > 0 &&
      (FOLDERS.includes(folder) ||
        folder === '_delta_log' ||
        folder.includes('=')),
  );
  const table = end < 0 ? folders : folders.slice(0, end);
  return table.length > 0 ? `${table.join('/')}/` : '';
}
