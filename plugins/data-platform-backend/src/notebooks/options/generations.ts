import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';

const KINDS = [
  [1, 'Notebook.kubeflow.org'],
  [2, 'Workspace.kubeflow.org'],
] as const;

/** Which generations of notebook servers a cluster serves; with a problem where it is none or not known. */
export function servedGenerations(
  served: readonly string[] | undefined,
  problems: NotebookOptions['problems'],
): (1 | 2)[] {
  if (!served) {
    problems.push({
      part: 'generations',
      message: 'The cluster has not told yet what it serves.',
    });
    return [];
  }
  const found = KINDS.filter(([, kind]) => served.includes(kind));
  if (found.length === 0) {
    problems.push({
      part: 'generations',
      message:
        'The cluster serves no notebook servers: neither Notebook nor Workspace (kubeflow.org) is installed.',
    });
  }
  return found.map(([generation]) => generation);
}
