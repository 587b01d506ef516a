import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';

/**
 * Whether a part of an offer was read: only then does an empty list mean that there is nothing.
 * @param part - key of the answer, for example `volumes`
 */
export function couldRead(
  { problems }: Pick<NotebookOptions, 'problems'>,
  part: keyof NotebookOptions,
): boolean {
  const grounds = groundsOf(part);
  return problems.every(problem => !grounds.includes(problem.part));
}

/** What has to be known before a part can be read, and the part. */
function groundsOf(part: keyof NotebookOptions): string[] {
  return part === 'workspaceKinds'
    ? ['namespace', 'generations', part]
    : ['namespace', part];
}
