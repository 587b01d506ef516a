import type { AdmissionRequest } from '../admission/AdmissionRequest';
import { StatusError } from '../types';
import { demoUsers } from './demoUsers';

const RESERVED = /^(?:kube-.*|default|openshift.*|istio-system|millrace)$/;
const LABEL_PREFIX = 'millrace.dev/';
const LABEL_MANAGED_BY = 'millrace.dev/managed-by';
const LABEL_LEVEL = 'pod-security.kubernetes.io/enforce';
const BOOTSTRAP = demoUsers().bootstrap.user;

interface Subject {
  kind: string;
  name: string;
  namespace?: string;
}

function deny(
  request: AdmissionRequest,
  policy: string,
  message: string,
): never {
  const { plural } = request.resource;
  const denial = `ValidatingAdmissionPolicy '${policy}' with binding '${policy}' denied request: ${message}`;
  throw new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `${plural} "${request.name}" is forbidden: ${denial}`,
    reason: 'Invalid',
    details: {
      name: request.name,
      group: request.resource.group,
      kind: plural,
      causes: [{ message: denial }],
    },
    code: 422,
  });
}

function mayBeBound(subject: Subject, namespace: string | undefined): boolean {
  if (subject.kind === 'Group') {
    return subject.name.startsWith('backstage:group:');
  }
  if (subject.kind === 'User')
    return subject.name.startsWith('backstage:user:');
  return (
    subject.kind === 'ServiceAccount' && (subject.namespace ?? '') === namespace
  );
}

function confineBootstrap(request: AdmissionRequest): void {
  if (request.principal.user !== BOOTSTRAP) return;
  const { resource, operation, object, oldObject, namespaceObject } = request;
  const policy = 'millrace-confine-bootstrap';
  const isNamespace = resource.group === '' && resource.plural === 'namespaces';
  const bearer = isNamespace ? object ?? oldObject : namespaceObject;
  const labels = bearer?.metadata.labels ?? {};
  if (labels[LABEL_MANAGED_BY] !== 'millrace') {
    deny(
      request,
      policy,
      "the portal's bootstrap identity works in namespaces labelled millrace.dev/managed-by=millrace only",
    );
  }
  if (isNamespace && operation !== 'DELETE') {
    if (RESERVED.test(request.name)) {
      deny(request, policy, 'this name is reserved');
    }
    if (!['baseline', 'restricted'].includes(labels[LABEL_LEVEL] ?? '')) {
      deny(
        request,
        policy,
        "a domain's namespace enforces the Pod Security level baseline or restricted",
      );
    }
  }
  if (resource.plural === 'rolebindings' && object) {
    const subjects: Subject[] = object.subjects ?? [];
    if (
      object.roleRef?.kind !== 'ClusterRole' ||
      !subjects.every(subject => mayBeBound(subject, request.namespace))
    ) {
      deny(
        request,
        policy,
        "roles are bound to the portal's groups and users and to service accounts of the same namespace only",
      );
    }
  }
}

function reserveLabels(request: AdmissionRequest): void {
  const { resource, operation, object, oldObject, principal } = request;
  if (resource.group !== '' || resource.plural !== 'namespaces') return;
  if (operation === 'DELETE' || !object) return;
  const exempt =
    principal.user === BOOTSTRAP || principal.groups.includes('system:masters');
  if (exempt) return;
  const ours = (labels: Record<string, string> = {}) =>
    JSON.stringify(
      Object.entries(labels)
        .filter(([key]) => key.startsWith(LABEL_PREFIX))
        .sort(),
    );
  if (ours(object.metadata.labels) === ours(oldObject?.metadata.labels)) return;
  deny(
    request,
    'millrace-reserve-labels',
    'labels millrace.dev/* on namespaces are set by the portal or a cluster admin only',
  );
}

/**
 * The two policies of examples/rbac/admission-policies.yaml, by hand: the sandbox reads no CEL. Rules, names and messages are
 * those of that file.
 *
 * @throws StatusError 422, as a real server denies by policy.
 */
export function portalPolicies(request: AdmissionRequest): void {
  confineBootstrap(request);
  reserveLabels(request);
}
