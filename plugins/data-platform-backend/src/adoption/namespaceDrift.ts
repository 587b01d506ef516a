import {
  AdoptableNamespace,
  LABEL_MANAGED_BY,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import { LabelledNamespace } from '../join/types';
import { ResourceIndex } from '../store/types';

type Drift = NonNullable<AdoptableNamespace['drift']>[number];

const POD_SECURITY = 'pod-security.kubernetes.io/enforce';

/**
 * How a namespace differs from what the template of a domain would make, as far as the portal may read it; what it may
 * not read is said as such. Nothing is changed by looking.
 *
 * @param ownerRef - of its domain, for the command that gives its group the role
 */
export function namespaceDrift(
  { source, namespace, labels, bindings }: LabelledNamespace,
  options: {
    index: Pick<ResourceIndex, 'quotas' | 'limitRanges'>;
    state: Source | undefined;
    ownerRef?: string;
    /** Before a group's ref, as the cluster knows it. */
    prefix?: string;
  },
): Drift[] {
  const { index, state, ownerRef, prefix = '' } = options;
  const drift: Drift[] = [];
  const ours = isMadeByPortal(labels);
  const reads = (kind: string) => {
    const known = state?.kinds.find(each => each.kind === kind);
    const readable = known?.state === 'watching';
    if (!readable) drift.push(unread(kind, namespace, known?.message));
    return readable;
  };
  if (!ours) {
    drift.push({
      subject: 'Namespace',
      message:
        'It was not made by the portal, which may not change its quota and limits.',
      remedy: `To allow that, a cluster admin runs: kubectl label namespace ${namespace} ${LABEL_MANAGED_BY}=millrace`,
    });
  }
  if (!['baseline', 'restricted'].includes(labels[POD_SECURITY] ?? '')) {
    drift.push({
      subject: 'Namespace',
      message: 'Pods may do anything: no Pod Security level is enforced.',
      remedy: `A cluster admin runs: kubectl label namespace ${namespace} ${POD_SECURITY}=baseline`,
    });
  }
  if (reads('ResourceQuota') && index.quotas(source, namespace).length === 0) {
    drift.push({
      subject: 'ResourceQuota',
      message: 'Nothing limits what its jobs take from the cluster.',
      remedy: ours
        ? 'Set the quota on the page of the domain.'
        : 'Add a ResourceQuota, or let the portal do it by its label.',
    });
  }
  if (
    reads('LimitRange') &&
    index.limitRanges(source, namespace).length === 0
  ) {
    drift.push({
      subject: 'LimitRange',
      message:
        'Containers that ask for nothing get nothing by default; a quota would refuse them.',
      remedy: 'Add a LimitRange with default requests for containers.',
    });
  }
  if (
    reads('RoleBinding') &&
    !bindings.some(({ role, groups }) => role === 'owner' && groups.length > 0)
  ) {
    drift.push(noOwner(namespace, ownerRef, prefix));
  }
  return ours
    ? drift
    : [
        ...drift,
        unread('ServiceAccount', namespace),
        unread('NetworkPolicy', namespace),
      ];
}

/** Whether the template made it, so that the identity which makes domains may change it. */
export function isMadeByPortal(
  labels: Readonly<Record<string, string>>,
): boolean {
  return labels[LABEL_MANAGED_BY] === 'millrace';
}

function noOwner(
  namespace: string,
  ownerRef: string | undefined,
  prefix: string,
): Drift {
  const group = ownerRef ? `${prefix}${ownerRef}` : '<prefix>group:<owner>';
  return {
    subject: 'RoleBinding',
    message:
      'No group holds the role of an owner there: what people do in the portal is refused by the cluster, unless other bindings allow it.',
    remedy: `A cluster admin runs: kubectl create rolebinding millrace-owner -n ${namespace} --clusterrole=millrace-owner --group='${group}' && kubectl label rolebinding millrace-owner -n ${namespace} millrace.dev/role=owner`,
  };
}

const READ_BY_HAND: Readonly<Record<string, { what: string; get: string }>> = {
  ServiceAccount: {
    what: 'the service account `spark` is there',
    get: 'serviceaccount spark',
  },
  NetworkPolicy: {
    what: 'network policies confine its pods',
    get: 'networkpolicy',
  },
  ResourceQuota: { what: 'a quota limits it', get: 'resourcequota' },
  LimitRange: { what: 'containers have default requests', get: 'limitrange' },
  RoleBinding: { what: 'its owner has a role there', get: 'rolebinding' },
};

function unread(kind: string, namespace: string, why?: string): Drift {
  const { what, get } = READ_BY_HAND[kind];
  return {
    subject: kind,
    message: `Not readable by the portal${
      why ? ` (${why.replace(/\.$/, '')})` : ''
    }: whether ${what} is not known.`,
    remedy: `Look yourself: kubectl get ${get} -n ${namespace}`,
    unread: true,
  };
}
