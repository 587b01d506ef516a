import { isDeepStrictEqual } from 'node:util';
import type { KubeObject, ResourceRef, SandboxApi } from '../types';
import {
  CLUSTER_ROLES,
  CLUSTER_ROLE_BINDINGS,
  LIMIT_RANGES,
  NAMESPACES,
  RESOURCE_QUOTAS,
  ROLE_BINDINGS,
  SERVICE_ACCOUNTS,
} from '../controllers/refs';

const REFS: Record<string, ResourceRef> = {
  Namespace: NAMESPACES,
  ServiceAccount: SERVICE_ACCOUNTS,
  ResourceQuota: RESOURCE_QUOTAS,
  LimitRange: LIMIT_RANGES,
  ClusterRole: CLUSTER_ROLES,
  ClusterRoleBinding: CLUSTER_ROLE_BINDINGS,
  RoleBinding: ROLE_BINDINGS,
};

/** Namespaces come before what lives in them, roles before their bindings. */
const ORDER = Object.keys(REFS);

/** Parts of an object that YAML files of ours may change after its creation. */
const CONTENT = ['rules', 'subjects', 'spec'] as const;

/** What is to be there: the content of a YAML file. */
export type Manifest = Record<string, any>;

function bringUpToDate(
  api: SandboxApi,
  ref: ResourceRef,
  stored: KubeObject,
  manifest: Manifest,
): void {
  const wanted = CONTENT.filter(
    part =>
      manifest[part] !== undefined &&
      !isDeepStrictEqual(stored[part], manifest[part]),
  );
  if (wanted.length === 0) return;
  const changes = Object.fromEntries(
    wanted.map(part => [part, manifest[part]]),
  );
  api.update(ref, { ...stored, ...changes });
}

/** Creates objects that are missing and brings changed ones up to date. Kinds that the sandbox does not serve are passed over. */
export function applyObjects(
  api: SandboxApi,
  manifests: readonly Manifest[],
): void {
  const known = manifests
    .filter(({ kind }) => REFS[kind])
    .sort(
      (left, right) => ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind),
    );
  for (const manifest of known) {
    const ref = REFS[manifest.kind];
    const { namespace, name } = manifest.metadata;
    const stored = api.get(ref, namespace, name);
    if (stored) bringUpToDate(api, ref, stored, manifest);
    else api.create(ref, namespace, manifest);
  }
}
