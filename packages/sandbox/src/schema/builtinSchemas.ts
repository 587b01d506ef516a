import { Schema } from './Schema';

/**
 * Schemas of the built-in kinds that the product writes with strict field validation; kinds that only controllers write
 * (nodes, services, ingresses) are open. Of pods the parts that the sandbox itself reads are typed.
 */

const string: Schema = { type: 'string' };
const boolean: Schema = { type: 'boolean' };
const integer: Schema = { type: 'integer' };
const any: Schema = {};
const quantity: Schema = { 'x-kubernetes-int-or-string': true };
const list = (items: Schema): Schema => ({ type: 'array', items });
const map = (additionalProperties: Schema): Schema => ({
  type: 'object',
  additionalProperties,
});
const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
});
/** Known fields are typed, others pass. */
const open = (properties: Record<string, Schema>): Schema => ({
  ...object(properties),
  'x-kubernetes-preserve-unknown-fields': true,
});

const strings = map(string);
const quantities = map(quantity);
const names = list(string);
const localReference = object({ name: string });
const selector = object({
  matchLabels: strings,
  matchExpressions: list(
    object({ key: string, operator: string, values: names }),
  ),
});
const scopeSelector = object({
  matchExpressions: list(
    object({ scopeName: string, operator: string, values: names }),
  ),
});

export const configMap = object({
  data: strings,
  binaryData: strings,
  immutable: boolean,
});

export const secret = object({
  data: strings,
  stringData: strings,
  type: string,
  immutable: boolean,
});

export const namespace = object({
  spec: object({ finalizers: names }),
  status: object({ phase: string, conditions: list(any) }),
});

export const serviceAccount = object({
  secrets: list(any),
  imagePullSecrets: list(localReference),
  automountServiceAccountToken: boolean,
});

export const resourceQuota = object({
  spec: object({ hard: quantities, scopes: names, scopeSelector }),
  status: object({ hard: quantities, used: quantities }),
});

export const limitRange = object({
  spec: object({
    limits: list(
      object({
        type: string,
        max: quantities,
        min: quantities,
        default: quantities,
        defaultRequest: quantities,
        maxLimitRequestRatio: quantities,
      }),
    ),
  }),
});

const resources = object({
  limits: quantities,
  requests: quantities,
  claims: list(any),
});

export const persistentVolumeClaim = object({
  spec: object({
    accessModes: names,
    selector,
    resources,
    volumeName: string,
    storageClassName: string,
    volumeMode: string,
    dataSource: any,
    dataSourceRef: any,
    volumeAttributesClassName: string,
  }),
  status: any,
});

export const storageClass = object({
  provisioner: string,
  parameters: strings,
  reclaimPolicy: string,
  mountOptions: names,
  allowVolumeExpansion: boolean,
  volumeBindingMode: string,
  allowedTopologies: list(any),
});

const container = open({
  name: string,
  image: string,
  command: names,
  args: names,
  env: list(open({ name: string, value: string })),
  resources: open({ limits: quantities, requests: quantities }),
});

export const pod = object({
  spec: open({
    containers: list(container),
    initContainers: list(container),
    restartPolicy: string,
    nodeName: string,
    nodeSelector: strings,
    serviceAccountName: string,
    terminationGracePeriodSeconds: integer,
  }),
  status: any,
});

/** The template's pods are checked when they are made. */
const template = object({
  metadata: object({ labels: strings, annotations: strings, name: string }),
  spec: open({ containers: list(container) }),
});
const workload = (properties: Record<string, Schema>) =>
  object({
    spec: object({
      replicas: integer,
      selector,
      template,
      minReadySeconds: integer,
      ...properties,
    }),
    status: any,
  });

export const deployment = workload({
  strategy: any,
  revisionHistoryLimit: integer,
  progressDeadlineSeconds: integer,
  paused: boolean,
});

export const replicaSet = workload({});

export const statefulSet = workload({
  serviceName: string,
  podManagementPolicy: string,
  updateStrategy: any,
  revisionHistoryLimit: integer,
  volumeClaimTemplates: list(any),
  persistentVolumeClaimRetentionPolicy: any,
  ordinals: any,
});

export const lease = object({
  spec: object({
    holderIdentity: string,
    leaseDurationSeconds: integer,
    acquireTime: string,
    renewTime: string,
    leaseTransitions: integer,
    preferredHolder: string,
    strategy: string,
  }),
});

const reference = object({
  kind: string,
  namespace: string,
  name: string,
  uid: string,
  apiVersion: string,
  resourceVersion: string,
  fieldPath: string,
});

export const event = object({
  involvedObject: reference,
  related: reference,
  reason: string,
  message: string,
  source: object({ component: string, host: string }),
  firstTimestamp: { type: 'string', nullable: true },
  lastTimestamp: { type: 'string', nullable: true },
  eventTime: { type: 'string', nullable: true },
  count: integer,
  type: string,
  series: object({ count: integer, lastObservedTime: string }),
  action: string,
  reportingComponent: string,
  reportingInstance: string,
});

const ports = list(
  object({ protocol: string, port: quantity, endPort: integer }),
);
const peers = list(
  object({
    podSelector: selector,
    namespaceSelector: selector,
    ipBlock: object({ cidr: string, except: names }),
  }),
);

export const networkPolicy = object({
  spec: object({
    podSelector: selector,
    policyTypes: names,
    ingress: list(object({ from: peers, ports })),
    egress: list(object({ to: peers, ports })),
  }),
});

const policyRules = list(
  object({
    verbs: names,
    apiGroups: names,
    resources: names,
    resourceNames: names,
    nonResourceURLs: names,
  }),
);

export const role = object({ rules: policyRules });

export const clusterRole = object({
  rules: policyRules,
  aggregationRule: object({ clusterRoleSelectors: list(selector) }),
});

export const roleBinding = object({
  roleRef: object({ apiGroup: string, kind: string, name: string }),
  subjects: list(
    object({ kind: string, apiGroup: string, name: string, namespace: string }),
  ),
});
