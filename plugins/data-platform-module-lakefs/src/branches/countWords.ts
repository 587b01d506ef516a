import {
  LakefsBranch,
  LakefsCount,
} from '@millrace/backstage-plugin-data-platform-common';

/** `5`, or `1,000+` where it was counted up to a limit. */
export function countText({ n, more }: LakefsCount): string {
  return `${n.toLocaleString('en-US')}${more ? '+' : ''}`;
}

/** `1 object`, `100+ objects`. */
export function countOf(count: LakefsCount, noun: string): string {
  const one = count.n === 1 && !count.more;
  return `${countText(count)} ${noun}${one ? '' : 's'}`;
}

/** How a branch stands to the one that it was made from; undefined while that is not known. */
export function standingText(
  branch: Pick<LakefsBranch, 'ahead' | 'behind'>,
): string | undefined {
  const { ahead, behind } = branch;
  if (!ahead || !behind) {
    return undefined;
  }
  if (ahead.n === 0 && behind.n === 0) {
    return 'the same';
  }
  return [
    ahead.n > 0 && `${countText(ahead)} ahead`,
    behind.n > 0 && `${countText(behind)} behind`,
  ]
    .filter(Boolean)
    .join(', ');
}
