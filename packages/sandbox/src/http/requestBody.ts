import { IncomingMessage } from 'node:http';
import { parse as parseYaml } from 'yaml';
import { badRequest, refusal, unsupportedMediaType } from '../errors/status';
import { isObject } from '../json/isObject';
import { JsonFault, parseJson } from '../json/parseJson';
import { decodeProtobuf, ProtobufFault } from '../protobuf/decodeProtobuf';
import { ResourceType } from '../resources/ResourceType';

/** etcd takes no more; the real server stops reading at three times that. */
const LIMIT = 3 * 1024 * 1024;
const PROTOBUF = 'application/vnd.kubernetes.protobuf';

/** Reads a request's body, at most 3 MiB. @throws 413 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LIMIT) {
      throw refusal({
        code: 413,
        reason: 'RequestEntityTooLarge',
        message: `Request entity too large: limit is ${LIMIT}`,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function mediaType(request: IncomingMessage): string {
  const [type] = (request.headers['content-type'] ?? '').split(';');
  return type.trim().toLowerCase();
}

/** A body that should hold an object of some resource. */
export interface ObjectBody {
  value: Record<string, unknown>;
  /** Paths of keys that stand in it twice. */
  duplicates: string[];
}

/**
 * Parses the body of a create or a replace.
 *
 * @throws 415 for other media types than JSON and YAML; 400 for what cannot be parsed or names no kind
 */
export function parseObjectBody(
  request: IncomingMessage,
  body: Buffer,
  type: ResourceType,
): ObjectBody {
  const media = mediaType(request);
  if (media === PROTOBUF) {
    return { value: parseProtobuf(body), duplicates: [] };
  }
  const text = body.toString('utf8');
  if (!['', 'application/json', 'application/yaml'].includes(media)) {
    throw unsupportedMediaType(
      'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf',
    );
  }
  const unrecognised = (why: string) =>
    badRequest(
      `the object provided is unrecognized (must be of type ${
        type.kind
      }): ${why} (${summary(text)})`,
    );
  let value: unknown;
  let duplicates: string[] = [];
  try {
    if (media === 'application/yaml') value = parseYaml(text);
    else ({ value, duplicates } = parseJson(text));
  } catch (error) {
    const why =
      error instanceof JsonFault ? error.message : (error as Error).message;
    throw unrecognised(`couldn't get version/kind; json parse error: ${why}`);
  }
  if (!isObject(value)) {
    throw unrecognised(
      "couldn't get version/kind; json parse error: json: cannot unmarshal into Go value of type struct",
    );
  }
  if (type.custom && !value.kind) {
    throw unrecognised(`Object 'Kind' is missing in '${text}'`);
  }
  return { value, duplicates };
}

/** The start of the body, as k8s.io/apimachinery's summarizeData shows it. */
function summary(text: string): string {
  if (text === '') return '<empty>';
  if (text.startsWith('{')) {
    return text.length > 30 ? `${text.slice(0, 30)} ...` : text;
  }
  const bytes = Buffer.from(text);
  const hex = bytes.subarray(0, 30).toString('hex');
  return bytes.length > 30 ? `${hex} ...` : hex;
}

function parseProtobuf(body: Buffer): Record<string, unknown> {
  try {
    return decodeProtobuf(body);
  } catch (error) {
    if (error instanceof ProtobufFault) throw badRequest(error.message);
    throw error;
  }
}

/** Parses a patch, a review or the options of a delete; undefined for an empty body. @throws 400 */
export function parseAnyBody(request: IncomingMessage, body: Buffer): unknown {
  if (body.length === 0) return undefined;
  if (mediaType(request) === PROTOBUF) return parseProtobuf(body);
  try {
    return parseJson(body.toString('utf8')).value;
  } catch (error) {
    throw badRequest((error as Error).message);
  }
}
