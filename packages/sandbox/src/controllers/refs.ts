import type { ResourceRef } from '../types';

const core = (plural: string): ResourceRef => ({
  group: '',
  version: 'v1',
  plural,
});

const spark = (plural: string): ResourceRef => ({
  group: 'sparkoperator.k8s.io',
  version: 'v1beta2',
  plural,
});

export const NAMESPACES = core('namespaces');
export const NODES = core('nodes');
export const PODS = core('pods');
export const SERVICES = core('services');
export const CONFIG_MAPS = core('configmaps');
export const SECRETS = core('secrets');
export const SERVICE_ACCOUNTS = core('serviceaccounts');
export const PERSISTENT_VOLUME_CLAIMS = core('persistentvolumeclaims');
export const PERSISTENT_VOLUMES = core('persistentvolumes');
export const RESOURCE_QUOTAS = core('resourcequotas');
export const LIMIT_RANGES = core('limitranges');
export const EVENTS = core('events');

const rbac = (plural: string): ResourceRef => ({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  plural,
});

export const ROLES = rbac('roles');
export const ROLE_BINDINGS = rbac('rolebindings');
export const CLUSTER_ROLES = rbac('clusterroles');
export const CLUSTER_ROLE_BINDINGS = rbac('clusterrolebindings');
export const NETWORK_POLICIES: ResourceRef = {
  group: 'networking.k8s.io',
  version: 'v1',
  plural: 'networkpolicies',
};

export const SPARK_APPLICATIONS = spark('sparkapplications');
export const SCHEDULED_SPARK_APPLICATIONS = spark('scheduledsparkapplications');
export const SPARK_CONNECTS: ResourceRef = {
  group: 'sparkoperator.k8s.io',
  version: 'v1alpha1',
  plural: 'sparkconnects',
};

const apache = (plural: string): ResourceRef => ({
  group: 'spark.apache.org',
  version: 'v1',
  plural,
});

export const APACHE_SPARK_APPLICATIONS = apache('sparkapplications');
export const SPARK_CLUSTERS = apache('sparkclusters');

const apps = (plural: string): ResourceRef => ({
  group: 'apps',
  version: 'v1',
  plural,
});

export const DEPLOYMENTS = apps('deployments');
export const REPLICA_SETS = apps('replicasets');
export const STATEFUL_SETS = apps('statefulsets');
export const LEASES: ResourceRef = {
  group: 'coordination.k8s.io',
  version: 'v1',
  plural: 'leases',
};

export const STORAGE_CLASSES: ResourceRef = {
  group: 'storage.k8s.io',
  version: 'v1',
  plural: 'storageclasses',
};

const kubeflow = (version: string, plural: string): ResourceRef => ({
  group: 'kubeflow.org',
  version,
  plural,
});

export const NOTEBOOKS = kubeflow('v1', 'notebooks');
export const WORKSPACES = kubeflow('v1beta1', 'workspaces');
export const WORKSPACE_KINDS = kubeflow('v1beta1', 'workspacekinds');
export const POD_DEFAULTS = kubeflow('v1alpha1', 'poddefaults');
