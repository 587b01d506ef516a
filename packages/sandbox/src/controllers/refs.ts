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
