import { parseEntityRef } from '@backstage/catalog-model';
import { PlatformServices } from '../PlatformCalls';

type Portal = Pick<PlatformServices, 'portalUrl'>;

/** Page of a branch, on the tab of its repository. */
export function branchLink(
  { portalUrl = '' }: Portal,
  repositoryRef: string,
  branch: string,
  view = 'overview',
): string {
  const search = new URLSearchParams({ branch, view });
  return `${portalUrl}${pageOf(repositoryRef)}/branches?${search}`;
}

/** Page of a run, on the tab of its job. */
export function runLink(
  { portalUrl = '' }: Portal,
  jobRef: string,
  runId: string,
): string {
  const search = new URLSearchParams({ run: runId });
  return `${portalUrl}${pageOf(jobRef)}/runs?${search}`;
}

function pageOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}`;
}
