import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { PodGroup } from '../../notebooks/settings/NotebookSettings';
import { errorAt } from '../findings';

/** What the administrator wrote down under a name that the form offers. */
export function podGroup<T>(
  field: 'tolerationGroup' | 'affinityGroup',
  id: string | undefined,
  groups: readonly PodGroup<T>[],
): { content?: T; findings: Finding[] } {
  if (!id) return { findings: [] };
  const found = groups.find(group => group.id === id);
  if (found) return { content: found.content, findings: [] };
  const ids = groups.map(group => group.id).join(', ');
  return {
    findings: [
      errorAt(
        field,
        `There is no ${
          field === 'tolerationGroup' ? 'group of tolerations' : 'placement'
        } "${id.slice(0, 100)}".`,
        ids ? `Choose one of ${ids}, or none.` : 'None is configured.',
      ),
    ],
  };
}
