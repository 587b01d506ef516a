import {
  FieldError,
  invalidValue,
  notSupported,
  required,
  wrongType,
} from '../errors/FieldError';
import { isObject } from '../json/isObject';
import { sameJson } from '../json/sameJson';
import { Schema } from './Schema';

/**
 * Faults of a value against a structural schema, in the words of k8s.io/kube-openapi's validator as
 * apiextensions-apiserver turns them into field errors.
 *
 * @param field - path in front of the reported field
 * @param name - path that the text of the fault names; differs from `field` for a status subresource
 */
export function validateSchema(
  value: unknown,
  schema: Schema,
  field = '',
  name = field,
): FieldError[] {
  const errors: FieldError[] = [];
  validate(value, schema, { field, name }, errors);
  return errors;
}

interface Place {
  field: string;
  name: string;
}

function child(place: Place, key: string): Place {
  const join = (base: string) => (base ? `${base}.${key}` : key);
  return { field: join(place.field), name: join(place.name) };
}

function element(place: Place, index: number): Place {
  return {
    field: `${place.field}[${index}]`,
    name: `${place.name}[${index}]`,
  };
}

function validate(
  value: unknown,
  schema: Schema,
  place: Place,
  errors: FieldError[],
): void {
  if (value === null && schema.nullable) return;
  if (!hasType(value, schema, place, errors)) return;
  if (schema.enum && !schema.enum.some(item => sameJson(item, value))) {
    errors.push(notSupported(place.field, value, schema.enum));
  }
  if (typeof value === 'number') validateNumber(value, schema, place, errors);
  else if (typeof value === 'string') {
    validateString(value, schema, place, errors);
  } else if (Array.isArray(value)) {
    validateArray(value, schema, place, errors);
  } else if (isObject(value)) validateObject(value, schema, place, errors);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'float64';
  }
  return typeof value;
}

function hasType(
  value: unknown,
  schema: Schema,
  place: Place,
  errors: FieldError[],
): boolean {
  const found = typeName(value);
  if (schema['x-kubernetes-int-or-string']) {
    if (found === 'integer' || found === 'string') return true;
    errors.push(
      wrongType(
        place.field,
        found,
        `${place.name} in body must be of type integer,string: "${found}"`,
      ),
    );
    return false;
  }
  const { type, format } = schema;
  if (!type || type === found) return true;
  if (type === 'number' && typeof value === 'number') return true;
  if (type === 'integer' && found === 'float64') {
    const wanted = format ?? 'integer';
    errors.push(
      wrongType(
        place.field,
        found,
        `${place.name} in body must be of type ${wanted}: "${found}"`,
      ),
    );
    if (format) {
      // The real server reports the format a second time, on no field at all.
      errors.push(
        invalidValue(
          '<nil>',
          '',
          `Checked value must be of type integer with format ${format} in ${place.name}`,
        ),
      );
    }
    return false;
  }
  errors.push(
    wrongType(
      place.field,
      found,
      `${place.name} in body must be of type ${type}: "${found}"`,
    ),
  );
  return false;
}

function validateNumber(
  value: number,
  schema: Schema,
  place: Place,
  errors: FieldError[],
): void {
  const { minimum, maximum } = schema;
  const report = (text: string) =>
    errors.push(
      invalidValue(place.field, value, `${place.name} in body ${text}`),
    );
  if (minimum !== undefined) {
    if (schema.exclusiveMinimum && value <= minimum) {
      report(`should be greater than ${minimum}`);
    } else if (value < minimum) {
      report(`should be greater than or equal to ${minimum}`);
    }
  }
  if (maximum !== undefined) {
    if (schema.exclusiveMaximum && value >= maximum) {
      report(`should be less than ${maximum}`);
    } else if (value > maximum) {
      report(`should be less than or equal to ${maximum}`);
    }
  }
}

function validateString(
  value: string,
  schema: Schema,
  place: Place,
  errors: FieldError[],
): void {
  const { minLength, maxLength, pattern } = schema;
  const report = (text: string) =>
    errors.push(
      invalidValue(place.field, value, `${place.name} in body ${text}`),
    );
  const length = [...value].length;
  if (maxLength !== undefined && length > maxLength) {
    errors.push({
      field: place.field,
      reason: 'FieldValueTooLong',
      message: `Too long: may not be more than ${maxLength} bytes`,
    });
  }
  if (minLength !== undefined && length < minLength) {
    report(`should be at least ${minLength} chars long`);
  }
  if (pattern !== undefined && !new RegExp(pattern).test(value)) {
    report(`should match '${pattern}'`);
  }
}

function validateArray(
  value: unknown[],
  schema: Schema,
  place: Place,
  errors: FieldError[],
): void {
  const { minItems, maxItems, items } = schema;
  if (minItems !== undefined && value.length < minItems) {
    errors.push(
      invalidValue(
        place.field,
        value.length,
        `${place.name} in body should have at least ${minItems} items`,
      ),
    );
  }
  if (maxItems !== undefined && value.length > maxItems) {
    errors.push({
      field: place.field,
      reason: 'FieldValueTooMany',
      message: `Too many: ${value.length}: must have at most ${maxItems} items`,
    });
  }
  if (items) {
    value.forEach((item, index) =>
      validate(item, items, element(place, index), errors),
    );
  }
}

function validateObject(
  value: Record<string, unknown>,
  schema: Schema,
  place: Place,
  errors: FieldError[],
): void {
  const { properties = {}, additionalProperties } = schema;
  for (const key of schema.required ?? []) {
    if (value[key] === undefined)
      errors.push(required(child(place, key).field));
  }
  for (const [key, item] of Object.entries(value)) {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (known) validate(item, known, child(place, key), errors);
    else if (isObject(additionalProperties)) {
      validate(item, additionalProperties, child(place, key), errors);
    }
  }
}
