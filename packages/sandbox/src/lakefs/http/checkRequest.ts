import { IncomingHttpHeaders } from 'node:http';
import { badRequest } from '../model/LakeFsError';
import { parseBody } from './parseBody';
import { Parameter, Query, Route } from './Route';
import { quotation, resolveSchema, validateSchema } from './validateSchema';

/** Checks the parts of a path that vary. @throws LakeFsError 400 */
export function checkPathParameters(
  path: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(path)) {
    if (value === '') {
      throw badRequest(
        `parameter "${name}" in path has an error: value is required but missing`,
      );
    }
  }
}

/** Reads the parameters of a request. @throws LakeFsError 400 */
export function readParameters(
  route: Route,
  search: URLSearchParams,
  headers: IncomingHttpHeaders,
): Query {
  const values = new Map<string, unknown>();
  for (const [name, parameter] of Object.entries(route.parameters ?? {})) {
    const given =
      parameter.in === 'query'
        ? search.getAll(name)
        : [headers[name.toLowerCase()] ?? []].flat();
    const value = readParameter(name, parameter, given);
    if (value !== undefined) values.set(name, value);
  }
  return new Query(values);
}

function readParameter(
  name: string,
  parameter: Parameter,
  given: readonly string[],
): unknown {
  const { schema } = parameter;
  const refuse = (why: string) =>
    badRequest(`parameter "${name}" in ${parameter.in} has an error: ${why}`);
  const [text] = given;
  if (text === undefined) {
    if (parameter.required) throw refuse('value is required but missing');
    return schema.default;
  }
  if (text === '' && !parameter.allowEmpty) {
    throw refuse('empty value is not allowed');
  }
  const value = typed(schema.type, given, what =>
    refuse(`value ${text}: an invalid ${what}: invalid syntax`),
  );
  const fault = validateSchema(schema, value);
  if (fault && text !== '') throw refuse(fault.reason + quotation(fault));
  return value;
}

function typed(
  type: string | undefined,
  given: readonly string[],
  invalid: (what: string) => Error,
): unknown {
  const [text] = given;
  if (type === 'array') return given;
  if (type === 'integer') {
    if (!/^[+-]?\d+$/.test(text)) throw invalid('integer');
    return Number(text);
  }
  if (type === 'boolean') {
    if (!['true', 'false', '1', '0', 't', 'f'].includes(text.toLowerCase())) {
      throw invalid('boolean');
    }
    return ['true', '1', 't'].includes(text.toLowerCase());
  }
  return text;
}

/** Reads and checks the JSON body of a request. @throws LakeFsError 400 */
export function readJsonBody(
  { body: schema, bodyOptional }: Route,
  contentType: string | undefined,
  bytes: Buffer,
): unknown {
  if (!schema) return undefined;
  const refuse = (why: string) =>
    badRequest(`request body has an error: ${why}`);
  if (bytes.length === 0) {
    if (bodyOptional) return undefined;
    throw refuse('value is required but missing');
  }
  const media = contentType?.split(';')[0].trim();
  if (media !== 'application/json') {
    throw refuse(
      `header Content-Type has unexpected value "${contentType ?? ''}"`,
    );
  }
  const value = parseBody(bytes.toString('utf8'), why =>
    refuse(`failed to decode request body: ${why}`),
  );
  const fault = validateSchema(schema, value);
  if (!fault) return value;
  const named = schema.$ref ? ` ${schema.$ref}` : '';
  const at = fault.pointer ? `Error at "${fault.pointer}": ` : '';
  const shown =
    fault.pointer === ''
      ? { ...fault, schema: schema.$ref ? resolveSchema(schema) : schema }
      : fault;
  throw refuse(
    `doesn't match schema${named}: ${at}${fault.reason}${quotation(shown)}`,
  );
}
