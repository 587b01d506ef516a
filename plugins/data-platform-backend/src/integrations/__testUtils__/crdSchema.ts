import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import Ajv, { ValidateFunction } from 'ajv';
import { parse } from 'yaml';

const SPECS = resolve(__dirname, '../../../../../../shared/specs');

/** The operators' own definitions lie beside the repository, where they are at all. */
export const hasCrds = existsSync(SPECS);

/**
 * A check against the schema of a custom resource, as strict field validation on a server does it.
 * @param unchecked - fields that are taken as they are: their schemas are as large as all the rest
 */
export function crdSchema(
  file: string,
  version: string,
  unchecked: readonly string[] = [],
): ValidateFunction {
  const crd = crdOf(file);
  const { schema } = crd.spec.versions.find(
    (each: any) => each.name === version,
  );
  return new Ajv({
    strict: false,
    validateFormats: false,
    // Half of the time of compiling, for a check that runs a few times.
    code: { optimize: false },
  }).compile(closed(without(schema.openAPIV3Schema, unchecked), true));
}

function without(schema: any, unchecked: readonly string[]): any {
  const spec = { ...schema.properties.spec.properties };
  for (const name of unchecked) {
    if (spec[name]) spec[name] = {};
  }
  return {
    ...schema,
    properties: {
      ...schema.properties,
      spec: { ...schema.properties.spec, properties: spec },
    },
  };
}

const parsed = new Map<string, any>();

/** Such a file is a megabyte: reading it once is enough. */
function crdOf(file: string): any {
  const known = parsed.get(file);
  if (known) return known;
  const crd = parse(readFileSync(resolve(SPECS, file), 'utf8'));
  parsed.set(file, crd);
  return crd;
}

/** Unknown fields are mistakes here, as with strict field validation on a server. */
function closed(schema: any, root = false): any {
  if (Array.isArray(schema)) {
    return schema.map(item => closed(item));
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties'
        ? Object.fromEntries(
            Object.entries(value as object).map(([name, item]) => [
              name,
              closed(item),
            ]),
          )
        : closed(value),
    ]),
  );
  return copy.properties &&
    !root &&
    !copy['x-kubernetes-preserve-unknown-fields']
    ? { additionalProperties: false, ...copy }
    : copy;
}
