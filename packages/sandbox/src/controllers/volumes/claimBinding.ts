import type { KubeObject, SandboxApi } from '../../types';
import {
  PERSISTENT_VOLUME_CLAIMS,
  PERSISTENT_VOLUMES,
  STORAGE_CLASSES,
} from '../refs';
import { podClaims } from './podClaims';

/** By which the scheduler tells the provisioner on which node a volume is wanted. */
export const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

export const isBound = (claim: KubeObject) => claim.status?.phase === 'Bound';

/** Whether a claim's volume is made only when a pod that mounts it has found its node. */
export function isDelayed(api: SandboxApi, claim: KubeObject): boolean {
  const name: string = claim.spec?.storageClassName ?? '';
  const storageClass = name && api.get(STORAGE_CLASSES, undefined, name);
  return (
    storageClass !== '' &&
    storageClass?.volumeBindingMode === 'WaitForFirstConsumer'
  );
}

/** What stands between a pod and its volumes. */
export interface ClaimNeeds {
  /** Why no node can take the pod, in the words of the scheduler's plugin `VolumeBinding`. */
  fault?: string;
  /** The one node that its bound volumes live on. */
  node?: string;
  /** Claims whose volumes wait for the choice of a node. */
  delayed: readonly KubeObject[];
}

/** Looks at the claims of a pod as the scheduler does before it looks at any node. */
export function claimNeeds(api: SandboxApi, pod: KubeObject): ClaimNeeds {
  const delayed: KubeObject[] = [];
  let node: string | undefined;
  let unbound = false;
  for (const name of podClaims(pod.spec)) {
    const claim = api.get(
      PERSISTENT_VOLUME_CLAIMS,
      pod.metadata.namespace,
      name,
    );
    if (!claim) {
      return { fault: `persistentvolumeclaim "${name}" not found`, delayed };
    }
    if (claim.metadata.deletionTimestamp) {
      return {
        fault: `persistentvolumeclaim "${name}" is being deleted`,
        delayed,
      };
    }
    if (isBound(claim)) node ??= volumeNode(api, claim);
    else if (isDelayed(api, claim)) delayed.push(claim);
    else unbound = true;
  }
  return unbound
    ? { fault: 'pod has unbound immediate PersistentVolumeClaims', delayed }
    : { node, delayed };
}

function volumeNode(api: SandboxApi, claim: KubeObject): string | undefined {
  const volume = api.get(
    PERSISTENT_VOLUMES,
    undefined,
    claim.spec?.volumeName ?? '',
  );
  const [term] = volume?.spec?.nodeAffinity?.required?.nodeSelectorTerms ?? [];
  return term?.matchExpressions?.[0]?.values?.[0];
}
