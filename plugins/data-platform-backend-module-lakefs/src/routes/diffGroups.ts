import {
  LakefsDiffGroup,
  LakefsDiffPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { Diff, Page } from '../client/types';

const FOLDERS = ['data', 'metadata'];

type GroupWithItems = LakefsDiffPage['groups'][number];

/** A page of changes, grouped by table. A page is in byte order, so a group may go on in the next. */
export function diffPage({ results, pagination }: Page<Diff>): LakefsDiffPage {
  const groups = new Map<string, GroupWithItems>();
  for (const diff of results) {
    const prefix = tableOf(diff.path);
    let group = groups.get(prefix);
    if (!group) {
      group = { ...emptyGroup(prefix), items: [] };
      groups.set(prefix, group);
    }
    addTo(group, diff);
    group.items.push(diff);
  }
  const { has_more: more, next_offset: next } = pagination;
  for (const group of groups.values()) {
    group.more = more && next.startsWith(group.prefix);
  }
  return {
    groups: [...groups.values()],
    count: results.length,
    ...(more && { next }),
  };
}

export function emptyGroup(prefix: string): LakefsDiffGroup {
  return {
    prefix,
    counts: {},
    objects: 0,
    addedBytes: 0,
    removedBytes: 0,
    more: false,
  };
}

/** Counts one more change. */
export function addTo(
  group: LakefsDiffGroup,
  { type, size_bytes }: Diff,
): void {
  group.objects += 1;
  group.counts[type] = (group.counts[type] ?? 0) + 1;
  const bytes = size_bytes ?? 0;
  if (type === 'removed') group.removedBytes += bytes;
  else group.addedBytes += bytes;
}

/**
 * The table that an object is part of, with a slash at its end; empty at the top: the folder above Iceberg's `data/` and
 * `metadata/`, above Delta's `_delta_log/`, above partitions (`dt=2026-01-01/`), else the folder of the object.
 */
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
