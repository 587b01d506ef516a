import {
  dnsLabel,
  dnsLabel1035,
  dnsSubdomain,
  pathSegment,
} from '../meta/nameRules';
import { configMapRules } from '../kinds/configMap';
import { crdRules } from '../kinds/customResourceDefinition';
import { eventRules } from '../kinds/event';
import { limitRangeRules } from '../kinds/limitRange';
import { namespaceRules } from '../kinds/namespace';
import { persistentVolumeClaimRules } from '../kinds/persistentVolumeClaim';
import { podRules } from '../kinds/pod';
import { resourceQuotaRules } from '../kinds/resourceQuota';
import { roleRules } from '../kinds/role';
import { roleBindingRules } from '../kinds/roleBinding';
import { secretRules } from '../kinds/secret';
import { storageClassRules } from '../kinds/storageClass';
import { workloadRules } from '../kinds/workload';
import * as schemas from '../schema/builtinSchemas';
import { ResourceType } from './ResourceType';

type Declared = Pick<ResourceType, 'kind' | 'plural'> & Partial<ResourceType>;

function declare(declared: Declared): ResourceType {
  return {
    group: '',
    version: 'v1',
    singular: declared.kind.toLowerCase(),
    listKind: `${declared.kind}List`,
    namespaced: true,
    shortNames: [],
    categories: [],
    storageVersion: 'v1',
    custom: false,
    hasStatus: false,
    hasScale: false,
    hasGeneration: false,
    nameRule: dnsSubdomain,
    selectable: [],
    rules: {},
    ...declared,
  };
}

const apps = {
  group: 'apps',
  categories: ['all'],
  hasStatus: true,
  hasGeneration: true,
  rules: workloadRules,
};
const rbac = { group: 'rbac.authorization.k8s.io', nameRule: pathSegment };

/** The built-in resources: what the product, its controllers and `kubectl get/describe/create/delete` touch. */
export const builtinResources: readonly ResourceType[] = [
  declare({
    kind: 'ConfigMap',
    plural: 'configmaps',
    shortNames: ['cm'],
    schema: schemas.configMap,
    rules: configMapRules,
  }),
  declare({
    kind: 'Event',
    plural: 'events',
    shortNames: ['ev'],
    schema: schemas.event,
    rules: eventRules,
    selectable: [
      'involvedObject.kind',
      'involvedObject.namespace',
      'involvedObject.name',
      'involvedObject.uid',
      'involvedObject.apiVersion',
      'involvedObject.resourceVersion',
      'involvedObject.fieldPath',
      'reason',
      'reportingComponent',
      'source',
      'type',
    ],
  }),
  declare({
    kind: 'LimitRange',
    plural: 'limitranges',
    shortNames: ['limits'],
    schema: schemas.limitRange,
    rules: limitRangeRules,
  }),
  declare({
    kind: 'Namespace',
    plural: 'namespaces',
    namespaced: false,
    shortNames: ['ns'],
    hasStatus: true,
    nameRule: dnsLabel,
    schema: schemas.namespace,
    rules: namespaceRules,
    selectable: ['status.phase', 'name'],
  }),
  declare({
    kind: 'Node',
    plural: 'nodes',
    namespaced: false,
    shortNames: ['no'],
    hasStatus: true,
    selectable: ['spec.unschedulable'],
  }),
  declare({
    kind: 'PersistentVolumeClaim',
    plural: 'persistentvolumeclaims',
    shortNames: ['pvc'],
    hasStatus: true,
    schema: schemas.persistentVolumeClaim,
    rules: persistentVolumeClaimRules,
  }),
  declare({
    kind: 'PersistentVolume',
    plural: 'persistentvolumes',
    namespaced: false,
    shortNames: ['pv'],
    hasStatus: true,
  }),
  declare({
    kind: 'Pod',
    plural: 'pods',
    shortNames: ['po'],
    categories: ['all'],
    hasStatus: true,
    hasGeneration: true,
    schema: schemas.pod,
    rules: podRules,
    selectable: [
      'spec.nodeName',
      'spec.restartPolicy',
      'spec.schedulerName',
      'spec.serviceAccountName',
      'spec.hostNetwork',
      'status.phase',
      'status.podIP',
      'status.nominatedNodeName',
    ],
  }),
  declare({
    kind: 'ResourceQuota',
    plural: 'resourcequotas',
    shortNames: ['quota'],
    hasStatus: true,
    schema: schemas.resourceQuota,
    rules: resourceQuotaRules,
  }),
  declare({
    kind: 'Secret',
    plural: 'secrets',
    schema: schemas.secret,
    rules: secretRules,
    selectable: ['type'],
  }),
  declare({
    kind: 'Service',
    plural: 'services',
    shortNames: ['svc'],
    categories: ['all'],
    hasStatus: true,
    nameRule: dnsLabel1035,
  }),
  declare({
    kind: 'ServiceAccount',
    plural: 'serviceaccounts',
    shortNames: ['sa'],
    schema: schemas.serviceAccount,
  }),
  declare({
    ...apps,
    kind: 'Deployment',
    plural: 'deployments',
    shortNames: ['deploy'],
    hasScale: true,
    schema: schemas.deployment,
  }),
  declare({
    ...apps,
    kind: 'ReplicaSet',
    plural: 'replicasets',
    shortNames: ['rs'],
    hasScale: true,
    schema: schemas.replicaSet,
  }),
  declare({
    ...apps,
    kind: 'StatefulSet',
    plural: 'statefulsets',
    shortNames: ['sts'],
    hasScale: true,
    schema: schemas.statefulSet,
  }),
  declare({
    group: 'coordination.k8s.io',
    kind: 'Lease',
    plural: 'leases',
    schema: schemas.lease,
  }),
  declare({
    group: 'networking.k8s.io',
    kind: 'Ingress',
    plural: 'ingresses',
    shortNames: ['ing'],
    hasStatus: true,
    hasGeneration: true,
  }),
  declare({
    group: 'networking.k8s.io',
    kind: 'NetworkPolicy',
    plural: 'networkpolicies',
    shortNames: ['netpol'],
    hasGeneration: true,
    schema: schemas.networkPolicy,
  }),
  declare({
    group: 'storage.k8s.io',
    kind: 'StorageClass',
    plural: 'storageclasses',
    namespaced: false,
    shortNames: ['sc'],
    schema: schemas.storageClass,
    rules: storageClassRules,
  }),
  declare({
    ...rbac,
    kind: 'ClusterRole',
    plural: 'clusterroles',
    namespaced: false,
    schema: schemas.clusterRole,
    rules: roleRules,
  }),
  declare({
    ...rbac,
    kind: 'ClusterRoleBinding',
    plural: 'clusterrolebindings',
    namespaced: false,
    schema: schemas.roleBinding,
    rules: roleBindingRules,
  }),
  declare({
    ...rbac,
    kind: 'Role',
    plural: 'roles',
    schema: schemas.role,
    rules: roleRules,
  }),
  declare({
    ...rbac,
    kind: 'RoleBinding',
    plural: 'rolebindings',
    schema: schemas.roleBinding,
    rules: roleBindingRules,
  }),
  declare({
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
    plural: 'customresourcedefinitions',
    namespaced: false,
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
    hasStatus: true,
    hasGeneration: true,
    rules: crdRules,
  }),
];
