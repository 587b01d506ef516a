import { isObject } from '../json/isObject';
import { metadataSchema } from './metadataSchema';
import { Schema } from './Schema';

const ROOT = { apiVersion: {}, kind: {}, metadata: metadataSchema };

/** Removes, in place, what the schema does not name; answers with the paths, sorted. */
export function pruneUnknown(
  object: Record<string, unknown>,
  schema: Schema,
): string[] {
  const unknown: string[] = [];
  const root = { ...schema, properties: { ...schema.properties, ...ROOT } };
  prune(object, root, '', unknown);
  return unknown.sort();
}

function prune(
  value: unknown,
  schema: Schema,
  path: string,
  unknown: string[],
): void {
  if (Array.isArray(value)) {
    if (schema.items) {
      value.forEach((item, index) =>
        prune(item, schema.items!, `${path}[${index}]`, unknown),
      );
    }
    return;
  }
  if (!isObject(value)) return;
  const { properties, additionalProperties } = schema;
  const open =
    schema['x-kubernetes-preserve-unknown-fields'] ||
    additionalProperties === true ||
    !isRestricted(schema);
  for (const key of Object.keys(value)) {
    const at = path ? `${path}.${key}` : key;
    const known =
      properties && Object.hasOwn(properties, key)
        ? properties[key]
        : undefined;
    if (known) prune(value[key], known, at, unknown);
    else if (isObject(additionalProperties)) {
      prune(value[key], additionalProperties, at, unknown);
    } else if (!open) {
      unknown.push(at);
      delete value[key];
    }
  }
}

/** An empty schema (`{}` or a bare embedded type) restricts nothing; an object without properties prunes everything. */
function isRestricted(schema: Schema): boolean {
  return schema.type !== undefined || schema.properties !== undefined;
}
