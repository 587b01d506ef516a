import { isDeepStrictEqual } from 'node:util';
import type { KubeObject, ResourceRef, SandboxApi } from '../types';
import {
  APACHE_SPARK_APPLICATIONS,
  CLUSTER_ROLES,
  CLUSTER_ROLE_BINDINGS,
  DEPLOYMENTS,
  LIMIT_RANGES,
  NAMESPACES,
  NOTEBOOKS,
  PERSISTENT_VOLUME_CLAIMS,
  POD_DEFAULTS,
  RESOURCE_QUOTAS,
  ROLE_BINDINGS,
  SCHEDULED_SPARK_APPLICATIONS,
  SERVICES,
  SERVICE_ACCOUNTS,
  SPARK_APPLICATIONS,
  SPARK_CLUSTERS,
  SPARK_CONNECTS,
  STORAGE_CLASSES,
  WORKSPACES,
  WORKSPACE_KINDS,
} from '../controllers/refs';

/** What is to be there: the content of a YAML file. */
export type Manifest = Record<string, any>;

/** Resources by group and kind, in the order in which they are made: namespaces before what lives in them, roles before bindings. */
const REFS: Record<string, ResourceRef> = {
  '/Namespace': NAMESPACES,
  'storage.k8s.io/StorageClass': STORAGE_CLASSES,
  '/ServiceAccount': SERVICE_ACCOUNTS,
  '/ResourceQuota': RESOURCE_QUOTAS,
  '/LimitRange': LIMIT_RANGES,
  'rbac.authorization.k8s.io/ClusterRole': CLUSTER_ROLES,
  'rbac.authorization.k8s.io/ClusterRoleBinding': CLUSTER_ROLE_BINDINGS,
  'rbac.authorization.k8s.io/RoleBinding': ROLE_BINDINGS,
  '/PersistentVolumeClaim': PERSISTENT_VOLUME_CLAIMS,
  '/Service': SERVICES,
  'apps/Deployment': DEPLOYMENTS,
  'sparkoperator.k8s.io/SparkApplication': SPARK_APPLICATIONS,
  'sparkoperator.k8s.io/ScheduledSparkApplication':
    SCHEDULED_SPARK_APPLICATIONS,
  'sparkoperator.k8s.io/SparkConnect': SPARK_CONNECTS,
  'spark.apache.org/SparkApplication': APACHE_SPARK_APPLICATIONS,
  'spark.apache.org/SparkCluster': SPARK_CLUSTERS,
  'kubeflow.org/PodDefault': POD_DEFAULTS,
  'kubeflow.org/WorkspaceKind': WORKSPACE_KINDS,
  'kubeflow.org/Workspace': WORKSPACES,
  'kubeflow.org/Notebook': NOTEBOOKS,
};

const ORDER = Object.keys(REFS);

function nameOf({ apiVersion, kind }: Manifest): string {
  const [version, group = ''] = String(apiVersion).split('/').reverse();
  return version ? `${group}/${kind}` : '';
}

/** Where objects of a manifest's kind are kept, if the sandbox knows it. */
export function refOf(manifest: Manifest): ResourceRef | undefined {
  return REFS[nameOf(manifest)];
}

/** Parts of an object that YAML files of ours may change after its creation. */
const CONTENT = ['rules', 'subjects', 'spec'] as const;

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
  const place = (manifest: Manifest) => ORDER.indexOf(nameOf(manifest));
  const known = manifests
    .filter(manifest => place(manifest) >= 0)
    .sort((left, right) => place(left) - place(right));
  for (const manifest of known) {
    const ref = REFS[nameOf(manifest)];
    const { namespace, name } = manifest.metadata;
    const stored = api.get(ref, namespace, name);
    if (stored) bringUpToDate(api, ref, stored, manifest);
    else api.create(ref, namespace, manifest);
  }
}
