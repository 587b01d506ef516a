import {
  domainAdministerPermission,
  entityRegisterPermission,
  LABEL_MANAGED_BY,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';
import { isMadeByPortal } from '../adoption/namespaceDrift';
import { KnownEntity, LabelledNamespace } from '../join/types';
import { Viewer } from '../permissions/Viewer';

/** What somebody can do with a registered entity, beside what its live objects offer. */
type Offer = Omit<OperationAvailability, 'available' | 'reason'>;

/**
 * What this viewer can do with the registration of a job.
 *
 * @param registeredHere - false for one that comes from Git: it is changed there
 */
export function jobRegistrationOperations(
  viewer: Viewer,
  job: KnownEntity,
  registeredHere: boolean,
): OperationAvailability[] {
  const foreign = registeredHere
    ? undefined
    : 'It was not registered here; change it where it comes from.';
  const change = whyNotChange(viewer, job.ownerRef) ?? foreign;
  return [
    offered({ id: 'spark-job:update', title: 'Change definition' }, change),
    offered({ id: 'spark-job:clone', title: 'Clone' }, whyNotRegister(viewer)),
    offered(
      {
        id: 'entity:unregister',
        title: 'Unregister',
        destructive: true,
        confirmation:
          'Take this job out of the catalog? Its runs are left to finish, and its history stays.',
      },
      change,
    ),
  ];
}

/** What this viewer can do with a data domain. */
export function domainOperations(
  viewer: Viewer,
  domain: KnownEntity | undefined,
  namespaces: readonly LabelledNamespace[],
  options: { registeredHere: boolean; canBootstrap(source: string): boolean },
): OperationAvailability[] {
  const unregistered = domain
    ? undefined
    : 'The domain is not registered in the catalog. Adopt its namespace first.';
  const nowhere =
    namespaces.length === 0 ? 'It has no namespace on any cluster.' : undefined;
  const own = unregistered ?? whyNotChange(viewer, domain?.ownerRef);
  const foreign = options.registeredHere
    ? undefined
    : 'It was not registered here; remove it where it comes from.';
  return [
    offered({ id: 'domain:add-member', title: 'Add member' }, own ?? nowhere),
    offered(
      {
        id: 'domain:remove-member',
        title: 'Remove member',
        destructive: true,
      },
      own ?? nowhere,
    ),
    offered(
      { id: 'domain:set-quota', title: 'Set quota' },
      unregistered ??
        nowhere ??
        whyNotBound('quota', viewer, namespaces, options),
    ),
    offered(
      { id: 'domain:set-limits', title: 'Set limits' },
      unregistered ??
        nowhere ??
        whyNotBound('limits', viewer, namespaces, options),
    ),
    offered(
      {
        id: 'domain:decommission',
        title: 'Decommission',
        destructive: true,
      },
      own ?? foreign,
    ),
  ];
}

function offered(
  offer: Offer,
  reason: string | undefined,
): OperationAvailability {
  return {
    ...offer,
    available: reason === undefined,
    ...(reason && { reason }),
  };
}

function whyNotRegister({ may }: Viewer): string | undefined {
  return may.register
    ? undefined
    : `Only who holds ${entityRegisterPermission.name} may do this.`;
}

function whyNotChange(
  viewer: Viewer,
  ownerRef: string | undefined,
): string | undefined {
  const owns = ownerRef && viewer.ownershipRefs.includes(ownerRef);
  if (!owns && !viewer.may.administer) {
    return ownerRef
      ? `Only its owner ${ownerRef} may do this, or an administrator of the platform.`
      : 'It has no owner; only an administrator of the platform may do this.';
  }
  return whyNotRegister(viewer);
}

function whyNotBound(
  what: 'quota' | 'limits',
  { may }: Viewer,
  namespaces: readonly LabelledNamespace[],
  { canBootstrap }: { canBootstrap(source: string): boolean },
): string | undefined {
  if (!may.administer) {
    return `Only an administrator of the platform may change ${
      what === 'quota' ? 'a quota' : 'limits'
    } (${domainAdministerPermission.name}).`;
  }
  const foreign = namespaces.find(({ labels }) => !isMadeByPortal(labels));
  if (foreign) {
    return `Namespace ${foreign.namespace} was not made by the portal. To let it set the ${what}, a cluster admin runs: kubectl label namespace ${foreign.namespace} ${LABEL_MANAGED_BY}=millrace`;
  }
  const closed = namespaces.find(({ source }) => !canBootstrap(source));
  return closed
    ? `No bootstrap identity is configured for cluster ${closed.source}.`
    : undefined;
}
