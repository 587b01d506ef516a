import {
  LakefsDiffCounts,
  LakefsDiffGroup,
  LakefsDiffGroups,
} from '@millrace/backstage-plugin-data-platform-common';

/** Groups that are kept on the screen, however many a difference has. */
export const MOST_GROUPS = 1_000;

/** Groups of a difference as far as they were read, with those that no longer fit. */
export interface ReadGroups extends LakefsDiffGroups {
  /** Groups that were read and are not kept any more. */
  passed: number;
  /** Changes of all groups that were read. */
  counts: LakefsDiffCounts;
}

/**
 * Puts the next part of a difference to what was read before. A page is in byte order, but folders lie within folders: a
 * group may come again, and then goes on.
 */
export function mergeGroups(
  before: ReadGroups | undefined,
  next: LakefsDiffGroups,
): ReadGroups {
  if (!before) {
    return { ...next, ...kept(next.groups, 0), counts: countsOf(next.groups) };
  }
  const groups = new Map(before.groups.map(group => [group.prefix, group]));
  for (const group of next.groups) {
    const known = groups.get(group.prefix);
    groups.set(group.prefix, known ? sum(known, group) : group);
  }
  const all = [...groups.values()];
  return {
    ...next,
    ...kept(all, before.passed),
    ...(before.base && { base: before.base }),
    objects: before.objects + next.objects,
    addedBytes: before.addedBytes + next.addedBytes,
    removedBytes: before.removedBytes + next.removedBytes,
    counts: plus(before.counts, countsOf(next.groups)),
    // Of what is not kept nobody knows any more whether it was counted to its end.
    more:
      next.more ||
      all.some(({ more }) => more) ||
      (before.passed > 0 && before.more),
  };
}

function kept(groups: LakefsDiffGroup[], passed: number) {
  const over = Math.max(0, groups.length - MOST_GROUPS);
  return { groups: groups.slice(over), passed: passed + over };
}

function sum(a: LakefsDiffGroup, b: LakefsDiffGroup): LakefsDiffGroup {
  return {
    prefix: a.prefix,
    counts: plus(a.counts, b.counts),
    objects: a.objects + b.objects,
    addedBytes: a.addedBytes + b.addedBytes,
    removedBytes: a.removedBytes + b.removedBytes,
    more: b.more,
  };
}

/** Changes of all groups together. */
function countsOf(groups: readonly LakefsDiffGroup[]): LakefsDiffCounts {
  return groups.reduce<LakefsDiffCounts>(
    (all, { counts }) => plus(all, counts),
    {},
  );
}

function plus(a: LakefsDiffCounts, b: LakefsDiffCounts): LakefsDiffCounts {
  const counts = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const type = key as keyof LakefsDiffCounts;
    counts[type] = (counts[type] ?? 0) + value;
  }
  return counts;
}
