import { FieldError, forbiddenField, tooLong } from '../errors/FieldError';
import { sameJson } from '../json/sameJson';
import { KindRules } from '../resources/ResourceType';
import { KubeObject } from '../types';

const LIMIT = 1_048_576;

/** Faults that config maps and secrets share: size, and the promise of `immutable`. */
export function validateData(
  object: KubeObject,
  old?: KubeObject,
): FieldError[] {
  const errors: FieldError[] = [];
  const values = [
    ...Object.values(object.data ?? {}),
    ...Object.values(object.binaryData ?? {}),
  ];
  const size = values.reduce<number>(
    (sum, value) => sum + Buffer.byteLength(String(value)),
    0,
  );
  if (size > LIMIT) errors.push(tooLong('[]', LIMIT));
  if (old?.immutable) {
    if (!object.immutable) {
      errors.push(
        forbiddenField(
          'immutable',
          'field is immutable when `immutable` is set',
        ),
      );
    }
    if (!sameJson(object.data, old.data)) {
      errors.push(
        forbiddenField('data', 'field is immutable when `immutable` is set'),
      );
    }
  }
  return errors;
}

/** Built-in kinds leave empty maps out (`omitempty`), where custom resources keep them. */
export function dropEmpty(object: KubeObject, ...fields: string[]): void {
  for (const field of fields) {
    const value = object[field];
    if (value && Object.keys(value).length === 0) delete object[field];
  }
}

export const configMapRules: KindRules = {
  prepare: object => dropEmpty(object, 'data', 'binaryData'),
  validate: validateData,
};
