import { Source } from '@millrace/backstage-plugin-data-platform-common';

/**
 * Why nothing is known of a kind that the portal watches for its evidence, so that having none of it proves nothing.
 * Undefined where it is watched.
 *
 * @param kind - for example ResourceQuota
 * @param name - of the source, where it is not known at all
 */
export function unreadEvidence(
  source: Source | undefined,
  kind: string,
  name: string,
): string | undefined {
  const known = source?.kinds.find(each => each.kind === kind);
  if (known?.state === 'watching') return undefined;
  const why = known?.message ?? source?.message;
  return `${kind}s of cluster ${name} are not readable by the portal${
    why ? `: ${why}` : '.'
  }`;
}
