import { LABEL_MANAGED_BY } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { PlannedVolume } from './NotebookPlan';

/** The claim of a new volume. One server at a time mounts it. */
export function claimObject(
  { claim, create }: PlannedVolume & Required<Pick<PlannedVolume, 'create'>>,
  namespace: string,
): KubernetesManifest {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: claim,
      namespace,
      labels: { [LABEL_MANAGED_BY]: 'millrace' },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: create.size } },
      ...(create.storageClass && { storageClassName: create.storageClass }),
    },
  };
}
