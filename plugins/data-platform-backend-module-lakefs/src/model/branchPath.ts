import { parseEntityRef } from '@backstage/catalog-model';

/** Path in the portal that shows a branch; the front page of the platform while its repository is no entity. */
export function branchPath(
  entityRef: string | undefined,
  branch: string,
  view = 'overview',
): string {
  if (!entityRef) return '/data-platform';
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const page = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/catalog/${page}/branches?branch=${encodeURIComponent(
    branch,
  )}&view=${view}`;
}
