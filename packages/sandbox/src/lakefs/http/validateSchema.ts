import { isObject } from '../../json/isObject';
import { Schema } from './Schema';
import { SCHEMAS } from './schemas';

/** What does not fit a schema, in the words of kin-openapi, which checks requests in lakeFS. */
export interface SchemaFault {
  /** Where, as a JSON pointer; empty for the whole. */
  pointer: string;
  reason: string;
  schema: Schema;
  value: unknown;
}

/** Follows a reference to a schema of the document. */
export function resolveSchema(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name ? SCHEMAS[name] : schema;
}

/**
 * Checks a value and fills in defaults.
 *
 * @returns the first fault; undefined when there is none
 */
export function validateSchema(
  given: Schema,
  value: unknown,
  pointer = '',
): SchemaFault | undefined {
  const schema = resolveSchema(given);
  const fault = (reason: string) => ({ pointer, reason, schema, value });
  if (value === null) {
    return schema.nullable ? undefined : fault('Value is not nullable');
  }
  switch (schema.type) {
    case 'object':
      return isObject(value)
        ? validateObject(schema, value, pointer)
        : fault('value must be an object');
    case 'array':
      return Array.isArray(value)
        ? validateItems(schema, value, pointer)
        : fault('value must be an array');
    case 'boolean':
      return typeof value === 'boolean'
        ? undefined
        : fault('value must be a boolean');
    case 'integer':
      return numberFault(schema, value, fault);
    default:
      return stringFault(schema, value, fault);
  }
}

function validateObject(
  schema: Schema,
  value: Record<string, unknown>,
  pointer: string,
): SchemaFault | undefined {
  const { properties = {}, additionalProperties } = schema;
  for (const [name, property] of Object.entries(properties)) {
    if (value[name] === undefined && property.default !== undefined) {
      value[name] = property.default;
    }
  }
  for (const name of Object.keys(value).sort()) {
    const property = properties[name] ?? additionalProperties;
    if (!property) continue;
    const fault = validateSchema(property, value[name], `${pointer}/${name}`);
    if (fault) return fault;
  }
  const lacking = (schema.required ?? []).find(
    name => value[name] === undefined,
  );
  if (lacking === undefined) return undefined;
  return {
    pointer: `${pointer}/${lacking}`,
    reason: `property "${lacking}" is missing`,
    schema,
    value,
  };
}

function validateItems(
  { items = {} }: Schema,
  values: readonly unknown[],
  pointer: string,
): SchemaFault | undefined {
  for (const [index, value] of values.entries()) {
    const fault = validateSchema(items, value, `${pointer}/${index}`);
    if (fault) return fault;
  }
  return undefined;
}

function numberFault(
  { minimum, maximum }: Schema,
  value: unknown,
  fault: (reason: string) => SchemaFault,
): SchemaFault | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return fault('value must be an integer');
  }
  if (minimum !== undefined && value < minimum) {
    return fault(`number must be at least ${minimum}`);
  }
  if (maximum !== undefined && value > maximum) {
    return fault(`number must be at most ${maximum}`);
  }
  return undefined;
}

const DATE_TIME =
  '^[0-9]{4}-(0[1-9]|10|11|12)-(0[1-9]|[12][0-9]|3[01])T([0-1][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?(Z|(\\+|-)[0-9]{2}:[0-9]{2})?$';

function stringFault(
  schema: Schema,
  value: unknown,
  fault: (reason: string) => SchemaFault,
): SchemaFault | undefined {
  if (typeof value !== 'string') return fault('value must be a string');
  if (schema.enum && !schema.enum.includes(value)) {
    return fault(
      `value is not one of the allowed values ${JSON.stringify(schema.enum)}`,
    );
  }
  if (schema.minLength !== undefined && value.length < schema.minLength) {
    return fault(`minimum string length is ${schema.minLength}`);
  }
  if (schema.pattern && !new RegExp(schema.pattern).test(value)) {
    return fault(
      `string doesn't match the regular expression "${schema.pattern}"`,
    );
  }
  if (schema.format === 'date-time' && !new RegExp(DATE_TIME).test(value)) {
    return fault(
      `string doesn't match the format "date-time": string doesn't match pattern "${DATE_TIME}"`,
    );
  }
  return undefined;
}

/** The end of the text of a fault, which quotes schema and value; faults of a format do not. */
export function quotation({ schema, value }: SchemaFault): string {
  if (schema.format === 'date-time') return '';
  const quoted = (part: unknown) =>
    JSON.stringify(sorted(part), null, 2).replace(/^/gm, '  ');
  return `\nSchema:\n${quoted(schema)}\n\nValue:\n${quoted(value)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  );
}
