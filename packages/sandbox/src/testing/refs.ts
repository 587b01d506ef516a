import { ResourceRef } from '../types';

const core = (plural: string): ResourceRef => ({
  group: '',
  version: 'v1',
  plural,
});
const rbac = (plural: string): ResourceRef => ({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  plural,
});

export const NAMESPACES = core('namespaces');
export const CONFIG_MAPS = core('configmaps');
export const SECRETS = core('secrets');
export const SERVICE_ACCOUNTS = core('serviceaccounts');
export const PODS = core('pods');
export const EVENTS = core('events');
export const LIMIT_RANGES = core('limitranges');
export const RESOURCE_QUOTAS = core('resourcequotas');
export const ROLES = rbac('roles');
export const ROLE_BINDINGS = rbac('rolebindings');
export const CLUSTER_ROLES = rbac('clusterroles');
export const CLUSTER_ROLE_BINDINGS = rbac('clusterrolebindings');
export const SPARK_APPLICATIONS: ResourceRef = {
  group: 'sparkoperator.k8s.io',
  version: 'v1beta2',
  plural: 'sparkapplications',
};

/** A SparkApplication as the recordings write it: complete, and suspended so that no operator is needed. */
export function sparkApplication(name: string, metadata: object = {}) {
  return {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: { name, ...metadata },
    spec: {
      type: 'Scala',
      mode: 'cluster',
      image: 'registry.example/base/busybox:1',
      mainClass: 'org.apache.spark.examples.SparkPi',
      mainApplicationFile:
        'local:///opt/spark/examples/jars/spark-examples.jar',
      sparkVersion: '4.0.0',
      suspend: true,
      driver: { cores: 1, memory: '512m' },
      executor: { cores: 1, instances: 1, memory: '512m' },
    },
  };
}
