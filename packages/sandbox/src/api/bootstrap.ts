import { sameJson } from '../json/sameJson';
import { DEFAULT_ROLES } from '../rbac/defaultRoles';
import { KubeObject, ResourceRef, SandboxApi } from '../types';

const NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
const RBAC = { group: 'rbac.authorization.k8s.io', version: 'v1' };
const BOOTSTRAPPING = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
const CRDS: ResourceRef = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  plural: 'customresourcedefinitions',
};

/** What every cluster has from birth: its namespaces and default roles; and the given CustomResourceDefinitions. */
export function bootstrap(api: SandboxApi, crds: readonly unknown[]): void {
  for (const name of NAMESPACES) {
    ensure(api, { group: '', version: 'v1', plural: 'namespaces' }, name, {});
  }
  for (const { name, rules, groups } of DEFAULT_ROLES) {
    const metadata = { labels: BOOTSTRAPPING };
    ensure(api, { ...RBAC, plural: 'clusterroles' }, name, { metadata, rules });
    if (groups) {
      ensure(api, { ...RBAC, plural: 'clusterrolebindings' }, name, {
        metadata,
        roleRef: { kind: 'ClusterRole', name },
        subjects: groups.map(group => ({ kind: 'Group', name: group })),
      });
    }
  }
  for (const crd of crds as KubeObject[]) ensureCrd(api, crd);
}

function ensure(
  api: SandboxApi,
  ref: ResourceRef,
  name: string,
  content: { metadata?: object; [field: string]: unknown },
): void {
  if (api.get(ref, undefined, name)) return;
  api.create(ref, undefined, {
    ...content,
    metadata: { ...content.metadata, name },
  });
}

function ensureCrd(api: SandboxApi, crd: KubeObject): void {
  const stored = api.get(CRDS, undefined, crd.metadata.name);
  if (!stored) api.create(CRDS, undefined, crd);
  else if (!sameJson(stored.spec, crd.spec)) {
    api.update(CRDS, { ...stored, spec: crd.spec });
  }
}
