import { Source } from '@millrace/backstage-plugin-data-platform-common';

/** Names of those sources whose namespaces are not known now: not listed yet, or out of reach. */
export function namespacesUnread(sources: readonly Source[]): string[] {
  return sources
    .filter(({ kinds }) => !kinds.some(isNamespacesRead))
    .map(({ name }) => name);
}

function isNamespacesRead({ kind, group, state }: Source['kinds'][number]) {
  return kind === 'Namespace' && !group && state === 'watching';
}
