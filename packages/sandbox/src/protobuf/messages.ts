/** A field of a message. */
export interface Field {
  name: string;
  type: FieldType;
  repeated?: boolean;
}

/** `quantity` and `time` are messages that JSON writes as strings. */
export type FieldType =
  | 'string'
  | 'bytes'
  | 'integer'
  | 'boolean'
  | 'quantity'
  | 'time'
  | { map: 'string' | 'bytes' | 'quantity' }
  | Message;

/** Fields by number. */
export type Message = ReadonlyMap<number, Field>;

type Declared = Record<number, [string, FieldType] | [string, FieldType, true]>;

function message(fields: Declared): Message {
  return new Map(
    Object.entries(fields).map(([number, [name, type, repeated]]) => [
      Number(number),
      { name, type, repeated },
    ]),
  );
}

const ownerReference = message({
  1: ['kind', 'string'],
  3: ['name', 'string'],
  4: ['uid', 'string'],
  5: ['apiVersion', 'string'],
  6: ['controller', 'boolean'],
  7: ['blockOwnerDeletion', 'boolean'],
});

const metadata = message({
  1: ['name', 'string'],
  2: ['generateName', 'string'],
  3: ['namespace', 'string'],
  5: ['uid', 'string'],
  6: ['resourceVersion', 'string'],
  7: ['generation', 'integer'],
  8: ['creationTimestamp', 'time'],
  11: ['labels', { map: 'string' }],
  12: ['annotations', { map: 'string' }],
  13: ['ownerReferences', ownerReference, true],
  14: ['finalizers', 'string', true],
});

const reference = message({ 1: ['name', 'string'] });
const policyRule = message({
  1: ['verbs', 'string', true],
  2: ['apiGroups', 'string', true],
  3: ['resources', 'string', true],
  4: ['resourceNames', 'string', true],
  5: ['nonResourceURLs', 'string', true],
});
const subject = message({
  1: ['kind', 'string'],
  2: ['apiGroup', 'string'],
  3: ['name', 'string'],
  4: ['namespace', 'string'],
});
const roleRef = message({
  1: ['apiGroup', 'string'],
  2: ['kind', 'string'],
  3: ['name', 'string'],
});
const role = message({
  1: ['metadata', metadata],
  2: ['rules', policyRule, true],
});
const binding = message({
  1: ['metadata', metadata],
  2: ['subjects', subject, true],
  3: ['roleRef', roleRef],
});
const resourceAttributes = message({
  1: ['namespace', 'string'],
  2: ['verb', 'string'],
  3: ['group', 'string'],
  4: ['version', 'string'],
  5: ['resource', 'string'],
  6: ['subresource', 'string'],
  7: ['name', 'string'],
});
const nonResourceAttributes = message({
  1: ['path', 'string'],
  2: ['verb', 'string'],
});
const accessReview = message({
  1: ['metadata', metadata],
  2: [
    'spec',
    message({
      1: ['resourceAttributes', resourceAttributes],
      2: ['nonResourceAttributes', nonResourceAttributes],
      3: ['user', 'string'],
      4: ['groups', 'string', true],
    }),
  ],
});

/**
 * The kinds that kubectl writes in protobuf: those of `kubectl create KIND` and `kubectl auth`. Field numbers are those of
 * the generated.proto files of k8s.io/api and k8s.io/apimachinery.
 */
export const messages: Record<string, Message> = {
  Namespace: message({
    1: ['metadata', metadata],
    2: ['spec', message({ 1: ['finalizers', 'string', true] })],
  }),
  ServiceAccount: message({
    1: ['metadata', metadata],
    2: ['secrets', message({ 3: ['name', 'string'] }), true],
    3: ['imagePullSecrets', reference, true],
    4: ['automountServiceAccountToken', 'boolean'],
  }),
  ConfigMap: message({
    1: ['metadata', metadata],
    2: ['data', { map: 'string' }],
    3: ['binaryData', { map: 'bytes' }],
    4: ['immutable', 'boolean'],
  }),
  Secret: message({
    1: ['metadata', metadata],
    2: ['data', { map: 'bytes' }],
    3: ['type', 'string'],
    4: ['stringData', { map: 'string' }],
    5: ['immutable', 'boolean'],
  }),
  ResourceQuota: message({
    1: ['metadata', metadata],
    2: [
      'spec',
      message({
        1: ['hard', { map: 'quantity' }],
        2: ['scopes', 'string', true],
      }),
    ],
  }),
  Role: role,
  ClusterRole: role,
  RoleBinding: binding,
  ClusterRoleBinding: binding,
  SelfSubjectAccessReview: accessReview,
  SubjectAccessReview: accessReview,
  SelfSubjectRulesReview: message({
    1: ['metadata', metadata],
    2: ['spec', message({ 1: ['namespace', 'string'] })],
  }),
  SelfSubjectReview: message({ 1: ['metadata', metadata] }),
  DeleteOptions: message({
    1: ['gracePeriodSeconds', 'integer'],
    2: [
      'preconditions',
      message({ 1: ['uid', 'string'], 2: ['resourceVersion', 'string'] }),
    ],
    3: ['orphanDependents', 'boolean'],
    4: ['propagationPolicy', 'string'],
    5: ['dryRun', 'string', true],
  }),
};
