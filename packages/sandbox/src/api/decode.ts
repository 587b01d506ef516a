import { invalidValue } from '../errors/FieldError';
import { badRequest, invalid } from '../errors/status';
import { copyJson } from '../json/copyJson';
import { isObject } from '../json/isObject';
import { apiVersionOf, ResourceType } from '../resources/ResourceType';
import { applyDefaults } from '../schema/applyDefaults';
import { metadataSchema } from '../schema/metadataSchema';
import { pruneUnknown } from '../schema/pruneUnknown';
import { Schema } from '../schema/Schema';
import { validateSchema } from '../schema/validateSchema';
import { KubeObject } from '../types';

export interface Decoded {
  /** A copy of the caller's own, pruned and with the schema's defaults. */
  object: KubeObject;
  /** Paths of fields that the schema does not know and that were dropped. */
  unknown: string[];
}

/** `ConfigMap in version "v1" cannot be handled as a ConfigMap: …` */
export function cannotBeHandled(
  type: { kind: string; version: string },
  why: string,
) {
  return badRequest(
    `${type.kind} in version "${type.version}" cannot be handled as a ${type.kind}: ${why}`,
  );
}

/** Turns a body into an object of the given resource, or throws the 400 or 422 that the server answers. */
export function decode(type: ResourceType, body: unknown): Decoded {
  if (!isObject(body)) {
    throw cannotBeHandled(type, 'json: cannot unmarshal into Go value');
  }
  const object = copyJson(body) as KubeObject;
  checkKind(type, object);
  object.metadata ??= {} as KubeObject['metadata'];
  const unknown = type.schema ? pruneUnknown(object, type.schema) : [];
  checkTypes(type, object.metadata, metadataSchema, 'ObjectMeta');
  for (const [key, value] of Object.entries(object.metadata)) {
    if (value === null) delete (object.metadata as any)[key];
  }
  if (type.schema) {
    applyDefaults(object, type.schema);
    if (!type.custom) checkTypes(type, object, type.schema, type.kind);
  }
  return { object: ordered(type, object), unknown };
}

function checkKind(type: ResourceType, object: KubeObject): void {
  const expected = apiVersionOf(type);
  if (!type.custom) {
    object.apiVersion ??= expected;
    object.kind ??= type.kind;
    if (object.apiVersion !== expected || object.kind !== type.kind) {
      const found = `${object.apiVersion.replace('/', '.')}.${object.kind}`;
      throw badRequest(
        `${object.kind} in version "${object.apiVersion
          .split('/')
          .pop()}" cannot be handled as a ${
          type.kind
        }: converting (${found}) to (${type.group || 'core'}.${
          type.kind
        }): unknown conversion`,
      );
    }
    return;
  }
  if (object.apiVersion !== expected) {
    throw badRequest(
      `the API version in the data (${
        object.apiVersion ?? ''
      }) does not match the expected API version (${expected})`,
    );
  }
  if (object.kind !== type.kind) {
    throw invalid(
      { group: type.group, kind: object.kind, name: object.metadata?.name },
      [invalidValue('kind', object.kind, `must be ${type.kind}`)],
    );
  }
}

/** Built-in kinds and all metadata are decoded into Go types: a value of another type is a 400, not a 422. */
function checkTypes(
  type: ResourceType,
  value: unknown,
  schema: Schema,
  owner: string,
): void {
  const fault = validateSchema(value, schema).find(
    error => error.reason === 'FieldValueTypeInvalid',
  );
  if (!fault) return;
  const [, found, wanted] =
    /^Invalid value: "(\w+)".* of type ([\w,]+):/.exec(fault.message) ?? [];
  throw cannotBeHandled(
    type,
    `json: cannot unmarshal ${
      found === 'integer' || found === 'float64' ? 'number' : found
    } into Go struct field ${owner}.${fault.field} of type ${wanted}`,
  );
}

/** Kind and version first, as Go writes built-in types; lists of them leave both out and rely on the place. */
function ordered(type: ResourceType, object: KubeObject): KubeObject {
  const { kind, apiVersion, metadata, ...content } = object;
  if (type.custom) return { apiVersion, kind, metadata, ...content };
  return { kind, apiVersion, metadata, ...content } as KubeObject;
}
