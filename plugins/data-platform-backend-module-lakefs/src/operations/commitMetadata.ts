import { parseEntityRef } from '@backstage/catalog-model';
import { CallContext } from '@millrace/backstage-plugin-data-platform-node';
import {
  META_ENTITY,
  META_LINK,
  META_TASK,
  META_USER,
} from '../model/metadataKeys';

/** Who did it, what for, and where the portal tells of it: lakeFS itself knows one user for everybody. */
export function commitMetadata(
  { actor, entityRef, operationId }: CallContext,
  portalUrl: string | undefined,
): Record<string, string> {
  return {
    [META_USER]: actor,
    [META_TASK]: operationId,
    ...(entityRef && { [META_ENTITY]: entityRef }),
    ...(portalUrl && { [META_LINK]: pageOf(entityRef, portalUrl) }),
  };
}

function pageOf(entityRef: string | undefined, portalUrl: string): string {
  const base = portalUrl.replace(/\/+$/, '');
  if (!entityRef) return `${base}/data-platform`;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `${base}/catalog/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}`;
}
