import type { KubeObject, SandboxApi } from '../../types';
import { PERSISTENT_VOLUME_CLAIMS, PERSISTENT_VOLUMES } from '../refs';
import { SELECTED_NODE } from './claimBinding';

/** The volume that a provisioner makes for a claim. One that waited for a node lives on that node alone, as local disks do. */
function volumeFor(claim: KubeObject, storageClass: KubeObject) {
  const { namespace, name, uid, annotations } = claim.metadata;
  const node = annotations?.[SELECTED_NODE];
  return {
    metadata: {
      name: `pvc-${uid}`,
      annotations: {
        'pv.kubernetes.io/provisioned-by': storageClass.provisioner,
      },
      finalizers: ['kubernetes.io/pv-protection'],
    },
    spec: {
      capacity: { storage: claim.spec?.resources?.requests?.storage },
      accessModes: claim.spec?.accessModes,
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace,
        name,
        uid,
      },
      persistentVolumeReclaimPolicy: storageClass.reclaimPolicy,
      storageClassName: storageClass.metadata.name,
      volumeMode: claim.spec?.volumeMode,
      ...(node && {
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  {
                    key: 'kubernetes.io/hostname',
                    operator: 'In',
                    values: [node],
                  },
                ],
              },
            ],
          },
        },
      }),
    },
  };
}

/** Makes the volume of a claim and binds both to each other. */
export function provision(
  api: SandboxApi,
  claim: KubeObject,
  storageClass: KubeObject,
): void {
  const name = `pvc-${claim.metadata.uid}`;
  const volume =
    api.get(PERSISTENT_VOLUMES, undefined, name) ??
    api.create(PERSISTENT_VOLUMES, undefined, volumeFor(claim, storageClass));
  api.updateStatus(PERSISTENT_VOLUMES, {
    ...volume,
    status: { phase: 'Bound' },
  });
  const bound = api.update(PERSISTENT_VOLUME_CLAIMS, {
    ...claim,
    metadata: {
      ...claim.metadata,
      annotations: {
        ...claim.metadata.annotations,
        'pv.kubernetes.io/bind-completed': 'yes',
        'pv.kubernetes.io/bound-by-controller': 'yes',
        'volume.kubernetes.io/storage-provisioner': storageClass.provisioner,
      },
    },
    spec: { ...claim.spec, volumeName: name },
  });
  api.updateStatus(PERSISTENT_VOLUME_CLAIMS, {
    ...bound,
    status: {
      phase: 'Bound',
      accessModes: claim.spec?.accessModes,
      capacity: { storage: claim.spec?.resources?.requests?.storage },
    },
  });
  api.recordEvent({
    involved: claim,
    type: 'Normal',
    reason: 'ProvisioningSucceeded',
    message: `Successfully provisioned volume ${name}`,
    component: storageClass.provisioner,
  });
}
