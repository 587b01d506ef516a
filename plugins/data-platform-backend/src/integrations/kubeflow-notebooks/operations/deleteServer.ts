import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  MountedClaim,
  OperationInput,
  PlannedWrite,
  ResourceOperation,
} from '@millrace/backstage-plugin-data-platform-node';
import { code, plain } from '../../values/plain';
import { deletionReason, KindAddress, targetOf } from '../../verdicts/target';
import { homesOf } from './homesOf';

/** Deletes a server, and with `volumes: delete` the volumes that were made for it. */
export function deleteServer(
  address: KindAddress,
): ResourceOperation<KubernetesObject> {
  return {
    id: 'notebook:delete',
    title: 'Delete',
    destructive: true,
    confirmation:
      'Delete this server? What it holds in memory is lost; its volumes are kept unless you choose otherwise.',
    availability: object => deletionReason(object) ?? true,
    findings: (object, input) =>
      (input.claims ?? []).map(claim => findingOf(object, claim, input)),
    plan: (object, input) => [
      {
        id: 'delete',
        title: `Delete ${address.kind} ${object.metadata.name}`,
        verb: 'delete',
        target: targetOf(object, address),
      },
      ...(input.claims ?? [])
        .filter(claim => fateOf(object, claim, input) === 'delete')
        .map(deleteClaim),
    ],
  };
}

type Fate = 'keep' | 'delete' | 'shared' | 'foreign';

/** Only what was made for this server goes with it: its home, and claims that are named after it; never what others mount. */
function fateOf(
  object: KubernetesObject,
  { name, sharedWith }: MountedClaim,
  { values }: OperationInput,
): Fate {
  if (values.volumes !== 'delete') {
    return 'keep';
  }
  if (sharedWith.length > 0) {
    return 'shared';
  }
  const own =
    homesOf(object).includes(name) ||
    name.startsWith(`${object.metadata.name}-`);
  return own ? 'delete' : 'foreign';
}

function findingOf(
  object: KubernetesObject,
  claim: MountedClaim,
  input: OperationInput,
): Finding {
  const size = claim.capacity ?? claim.requested;
  const volume = `Volume ${code(claim.name)}${
    size ? ` (${plain(size, 30)})` : ''
  }`;
  switch (fateOf(object, claim, input)) {
    case 'delete':
      return {
        level: 'warning',
        message: `${volume} is deleted with all that lies on it.`,
      };
    case 'shared':
      return {
        level: 'warning',
        message: `${volume} is kept, because ${plain(
          claim.sharedWith[0],
          120,
        )} mounts it as well.`,
      };
    case 'foreign':
      return {
        level: 'info',
        message: `${volume} is kept, because it was not made for this server.`,
      };
    default:
      return {
        level: 'info',
        message: `${volume} is kept, with all that lies on it.`,
      };
  }
}

function deleteClaim({ name, namespace, uid }: MountedClaim): PlannedWrite {
  return {
    id: `delete-volume-${name}`,
    title: `Delete PersistentVolumeClaim ${name}, with all that lies on it`,
    verb: 'delete',
    target: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      plural: 'persistentvolumeclaims',
      namespace,
      name,
      uid,
    },
  };
}
