import {
  LakefsDiffGroup,
  LakefsDiffGroups,
} from '@millrace/backstage-plugin-data-platform-common';
import { Diff, Page } from '../client/types';
import { addTo, emptyGroup, tableOf } from './diffGroups';

const PAGE = 1_000;
/** Pages that are read of a difference: what lies beyond is said to be there, not counted. */
const MOST_PAGES = 10;
/** A table with as many changes is "at least" that many: the next tables are worth more than its exact number. */
const ENOUGH = 2_000;
const MOST_GROUPS = 300;
/** Comes after every path that begins with the same prefix. */
const LAST = '\u{10FFFF}';

/**
 * The tables of a whole difference, however big: at most ten pages are read and none is kept. Where one table fills pages,
 * the rest of it is jumped over.
 * @param read - one page of the difference, in the byte order of paths
 */
export async function readDiffGroups(
  read: (slice: { after?: string; amount: number }) => Promise<Page<Diff>>,
  from?: string,
): Promise<LakefsDiffGroups> {
  const groups = new Map<string, LakefsDiffGroup>();
  let after = from;
  let next: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const { results, pagination } = await read({ after, amount: PAGE });
    next = take(groups, results);
    if (next !== undefined || !pagination.has_more) break;
    after = beyond(groups, pagination.next_offset);
    if (pages >= MOST_PAGES) {
      next = after;
      break;
    }
  }
  const all = [...groups.values()];
  for (const group of all) {
    if (next?.startsWith(group.prefix)) group.more = true;
  }
  return {
    groups: all,
    objects: sum(all, group => group.objects),
    addedBytes: sum(all, group => group.addedBytes),
    removedBytes: sum(all, group => group.removedBytes),
    more: next !== undefined || all.some(({ more }) => more),
    ...(next !== undefined && { next }),
  };
}

/** @returns where to go on, once there are too many tables for one answer */
function take(
  groups: Map<string, LakefsDiffGroup>,
  page: readonly Diff[],
): string | undefined {
  let last: string | undefined;
  for (const diff of page) {
    const prefix = tableOf(diff.path);
    let group = groups.get(prefix);
    if (!group) {
      if (groups.size >= MOST_GROUPS) return last ?? diff.path;
      group = emptyGroup(prefix);
      groups.set(prefix, group);
    }
    addTo(group, diff);
    last = diff.path;
  }
  return undefined;
}

/** Where to go on after a page: behind the table that has been counted enough. */
function beyond(groups: Map<string, LakefsDiffGroup>, next: string): string {
  const group = groups.get(tableOf(next));
  if (!group || group.prefix === '' || group.objects < ENOUGH) return next;
  group.more = true;
  return `${group.prefix}${LAST}`;
}

function sum(
  groups: readonly LakefsDiffGroup[],
  of: (group: LakefsDiffGroup) => number,
): number {
  return groups.reduce((total, group) => total + of(group), 0);
}
