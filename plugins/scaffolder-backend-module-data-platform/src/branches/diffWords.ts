import { LakefsDiffGroups } from '@millrace/backstage-plugin-data-platform-common';

/** A difference in words, a line each table: for logs and the page of the task. */
export function diffWords(diff: LakefsDiffGroups): string[] {
  if (diff.objects === 0) return ['Nothing differs.'];
  return [
    `${most(diff.objects, diff.more)} ${
      diff.objects === 1 ? 'object differs' : 'objects differ'
    } in ${diff.groups.length} ${
      diff.groups.length === 1 ? 'table or folder' : 'tables or folders'
    }.`,
    ...diff.groups.map(group => {
      const kinds = Object.entries(group.counts)
        .filter(([, n]) => n)
        .map(([kind, n]) => `${n} ${kind}`);
      return `${group.prefix || '(top)'}: ${kinds.join(', ')}; ${bytes(
        group.addedBytes,
      )} added or changed, ${bytes(group.removedBytes)} removed${
        group.more ? ', and more' : ''
      }`;
    }),
  ];
}

function most(n: number, more: boolean): string {
  return more ? `At least ${n}` : String(n);
}

function bytes(n: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = n;
  let unit = 0;
  while (value >= 1_024 && unit < units.length - 1) {
    value /= 1_024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
