import { FieldError, forbiddenField, required } from '../errors/FieldError';
import { sameJson } from '../json/sameJson';
import { KindRules } from '../resources/ResourceType';
import { KubeObject } from '../types';
import { canonical } from './quantities';

/** Holds a claim that is being deleted for as long as a pod uses it (plugin/pkg/admission/storage/storageobjectinuseprotection). */
export const CLAIM_PROTECTION = 'kubernetes.io/pvc-protection';

/** What may never change: all but the size, and what the binding of a claim writes. */
function settled({ spec }: KubeObject, old: KubeObject) {
  const { resources: _, volumeName, storageClassName, ...rest } = spec;
  return {
    ...rest,
    ...(old.spec.volumeName ? { volumeName } : {}),
    ...(old.spec.storageClassName ? { storageClassName } : {}),
  };
}

export const persistentVolumeClaimRules: KindRules = {
  prepare(claim, old) {
    claim.spec ??= {};
    claim.spec.volumeMode ??= 'Filesystem';
    canonical(claim.spec.resources?.requests, 'PersistentVolumeClaim');
    if (old) return;
    claim.status = { phase: 'Pending' };
    const { finalizers = [] } = claim.metadata;
    if (!finalizers.includes(CLAIM_PROTECTION)) {
      claim.metadata.finalizers = [...finalizers, CLAIM_PROTECTION];
    }
  },
  validate(claim, old) {
    const errors: FieldError[] = [];
    if (!claim.spec.accessModes?.length) {
      errors.push(
        required('spec.accessModes', 'at least 1 access mode is required'),
      );
    }
    if (!claim.spec.resources?.requests?.storage) {
      errors.push(required('spec.resources[storage]'));
    }
    if (old && !sameJson(settled(claim, old), settled(old, old))) {
      errors.push(
        forbiddenField(
          'spec',
          'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
        ),
      );
    }
    return errors;
  },
};
