import {
  FieldError,
  forbiddenField,
  invalidValue,
  required,
  tooLong,
} from '../errors/FieldError';
import { KubeObject } from '../types';
import { NameRule } from './nameRules';
import { labelValueFaults, qualifiedNameFaults } from './labelRules';

const ANNOTATIONS_LIMIT = 262_144;
const STANDARD_FINALIZERS = ['foregroundDeletion', 'orphan', 'kubernetes'];

/** Faults of `metadata`, in the order of k8s.io/apimachinery/pkg/api/validation.ValidateObjectMeta. */
export function validateMeta(
  object: KubeObject,
  nameRule: NameRule,
): FieldError[] {
  const { name, labels, annotations } = object.metadata;
  if (!name) {
    return [required('metadata.name', 'name or generateName is required')];
  }
  const errors: FieldError[] = [];
  for (const fault of nameRule(name)) {
    errors.push(invalidValue('metadata.name', name, fault));
  }
  errors.push(...validateLabels(labels, 'metadata.labels'));
  errors.push(...validateAnnotations(annotations));
  errors.push(...validateOwners(object));
  (object.metadata.finalizers ?? []).forEach((finalizer, index) => {
    if (!finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer)) {
      errors.push(
        invalidValue(
          `metadata.finalizers[${index}]`,
          finalizer,
          'name is neither a standard finalizer name nor is it fully qualified',
        ),
      );
    }
  });
  return errors;
}

export function validateLabels(
  labels: Record<string, string> | undefined,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(labels ?? {})) {
    for (const fault of qualifiedNameFaults(key)) {
      errors.push(invalidValue(field, key, fault));
    }
    for (const fault of labelValueFaults(value)) {
      errors.push(invalidValue(field, value, fault));
    }
  }
  return errors;
}

function validateAnnotations(
  annotations: Record<string, string> | undefined,
): FieldError[] {
  const field = 'metadata.annotations';
  const errors: FieldError[] = [];
  let size = 0;
  for (const [key, value] of Object.entries(annotations ?? {})) {
    size += Buffer.byteLength(key) + Buffer.byteLength(value);
    for (const fault of qualifiedNameFaults(key.toLowerCase())) {
      errors.push(invalidValue(field, key, fault));
    }
  }
  if (size > ANNOTATIONS_LIMIT) errors.push(tooLong(field, ANNOTATIONS_LIMIT));
  return errors;
}

function validateOwners(object: KubeObject): FieldError[] {
  const owners = object.metadata.ownerReferences ?? [];
  const field = 'metadata.ownerReferences';
  const errors: FieldError[] = [];
  for (const owner of owners) {
    for (const key of ['apiVersion', 'kind', 'name', 'uid'] as const) {
      if (!owner[key]) {
        errors.push(invalidValue(`${field}.${key}`, '', 'must not be empty'));
      }
    }
  }
  const controllers = owners.filter(owner => owner.controller);
  if (controllers.length > 1) {
    const [first, second] = controllers.map(
      owner => `${owner.kind}/${owner.name}`,
    );
    errors.push(
      invalidValue(
        field,
        owners,
        `Only one reference can have Controller set to true. Found "true" in references for ${first} and ${second}`,
      ),
    );
  }
  return errors;
}

/** Faults of `metadata` that only a change can have. */
export function validateMetaUpdate(
  object: KubeObject,
  old: KubeObject,
): FieldError[] {
  if (!old.metadata.deletionTimestamp) return [];
  const before = old.metadata.finalizers ?? [];
  const added = (object.metadata.finalizers ?? []).filter(
    finalizer => !before.includes(finalizer),
  );
  if (added.length === 0) return [];
  const list = added.map(finalizer => JSON.stringify(finalizer)).join(', ');
  const error = forbiddenField(
    'metadata.finalizers',
    `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`,
  );
  // Told twice by the real server as well: once by the registry, once by the validation of metadata.
  return [error, error];
}
