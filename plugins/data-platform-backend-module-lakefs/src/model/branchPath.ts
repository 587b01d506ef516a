import { parseEntityRef } from '@backstage/catalog-model';

/**
 * Path in the portal that shows a branch, or without one the list of them; the front page of the platform while the
 * repository is no entity.
 */
export function branchPath(
  entityRef: string | undefined,
  branch: string | undefined,
  view = 'overview',
): string {
  if (!entityRef) return '/data-platform';
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const page = [namespace, kind, name].map(encodeURIComponent).join('/');
  const list = `/catalog/${page}/branches`;
  return branch === undefined
    ? list
    : `${list}?branch=${encodeURIComponent(branch)}&view=${view}`;
}
