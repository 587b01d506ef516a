import { copyJson } from '../json/copyJson';
import { isObject } from '../json/isObject';
import { Schema } from './Schema';

/** Fills in the schema's defaults and drops nulls of fields that are not nullable, in place. */
export function applyDefaults(value: unknown, schema: Schema): void {
  if (Array.isArray(value)) {
    if (schema.items) value.forEach(item => applyDefaults(item, schema.items!));
    return;
  }
  if (!isObject(value)) return;
  const { properties = {}, additionalProperties } = schema;
  for (const [key, property] of Object.entries(properties)) {
    if (value[key] === null && !property.nullable) delete value[key];
    if (value[key] === undefined && property.default !== undefined) {
      value[key] = copyJson(property.default);
    }
    if (value[key] !== undefined) applyDefaults(value[key], property);
  }
  if (isObject(additionalProperties)) {
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(properties, key)) {
        applyDefaults(value[key], additionalProperties as Schema);
      }
    }
  }
}
