import { LakefsDiffGroup } from '@millrace/backstage-plugin-data-platform-common';
import { formatBytes } from '@millrace/backstage-plugin-data-platform-react';

type Sums = Pick<
  LakefsDiffGroup,
  'objects' | 'addedBytes' | 'removedBytes' | 'more'
>;

/** `At least 20,000 objects`, where counting ended before the objects did. */
export function objectsText({ objects, more }: Sums): string {
  const count = objects.toLocaleString('en-US');
  const noun = objects === 1 ? 'object' : 'objects';
  return more ? `at least ${count} ${noun}` : `${count} ${noun}`;
}

/** `1.2 GiB added or changed, 3 MiB removed`; undefined where no bytes are known. */
export function bytesText(sums: Sums): string | undefined {
  const { addedBytes, removedBytes, more } = sums;
  const atLeast = more ? 'at least ' : '';
  const parts = [
    addedBytes > 0 && `${formatBytes(addedBytes)} added or changed`,
    removedBytes > 0 && `${formatBytes(removedBytes)} removed`,
  ].filter(Boolean);
  return parts.length > 0 ? `${atLeast}${parts.join(', ')}` : undefined;
}

/** A table or folder as people name it; the top has no name of its own. */
export function groupName(prefix: string): string {
  return prefix === '' ? 'Objects at the top' : prefix.replace(/\/$/, '');
}

/** The first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
