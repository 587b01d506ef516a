import { KubeObject } from '../types';
import { AdmissionRequest } from './AdmissionRequest';

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/**
 * Gives a new claim that names no class the default one; of several the newest, then the first by name
 * (plugin/pkg/admission/storage/storageclass/setdefault).
 */
export function admitDefaultStorageClass(
  request: AdmissionRequest,
  classes: readonly KubeObject[],
): void {
  const { operation, resource, object } = request;
  if (operation !== 'CREATE' || resource.group) return;
  if (resource.plural !== 'persistentvolumeclaims') return;
  if (object!.spec?.storageClassName !== undefined) return;
  const [chosen] = classes
    .filter(({ metadata }) => metadata.annotations?.[DEFAULT_CLASS] === 'true')
    .sort(
      ({ metadata: left }, { metadata: right }) =>
        right.creationTimestamp.localeCompare(left.creationTimestamp) ||
        left.name.localeCompare(right.name),
    );
  if (chosen) object!.spec.storageClassName = chosen.metadata.name;
}
