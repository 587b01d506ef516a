import { timestamp } from '../clock/timestamps';
import { setOwn } from '../json/copyJson';
import { Field, FieldType, Message, messages } from './messages';

/** What stands in front of every object that Kubernetes writes in protobuf. */
const MAGIC = Buffer.from('k8s\u0000', 'latin1');

/** The body is no protobuf of a kind that is known here. */
export class ProtobufFault extends Error {}

/**
 * Decodes the protobuf form of an object (runtime.Unknown around the message of its kind) into the object that the JSON
 * form would hold.
 *
 * @throws ProtobufFault
 */
export function decodeProtobuf(body: Buffer): Record<string, unknown> {
  if (!body.subarray(0, 4).equals(MAGIC)) {
    throw new ProtobufFault('the body does not begin with k8s\\x00');
  }
  let apiVersion = '';
  let kind = '';
  let raw = Buffer.alloc(0);
  for (const { number, bytes } of fieldsOf(body.subarray(4))) {
    if (number === 1 && bytes) {
      for (const part of fieldsOf(bytes)) {
        if (part.number === 1) apiVersion = String(part.bytes);
        if (part.number === 2) kind = String(part.bytes);
      }
    } else if (number === 2 && bytes) raw = bytes;
  }
  const message = messages[kind];
  if (!message) {
    throw new ProtobufFault(`kind ${kind} is taken as JSON or YAML only`);
  }
  return { apiVersion, kind, ...readMessage(raw, message) };
}

interface WireField {
  number: number;
  /** Of wire type 0. */
  integer?: bigint;
  /** Of wire type 2. */
  bytes?: Buffer<ArrayBuffer>;
}

function* fieldsOf(buffer: Buffer): Iterable<WireField> {
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (at >= buffer.length || shift > 63n) {
        throw new ProtobufFault('unexpected end of a number');
      }
      const byte = buffer[at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < buffer.length) {
    const tag = Number(varint());
    const number = tag >>> 3;
    switch (tag & 7) {
      case 0:
        yield { number, integer: varint() };
        break;
      case 1:
        at += 8;
        break;
      case 2: {
        const end = Number(varint()) + at;
        if (end > buffer.length) throw new ProtobufFault('unexpected end');
        yield { number, bytes: Buffer.from(buffer.subarray(at, end)) };
        at = end;
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        throw new ProtobufFault(`unknown wire type ${tag & 7}`);
    }
  }
}

function readMessage(
  buffer: Buffer,
  message: Message,
): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const wire of fieldsOf(buffer)) {
    const field = message.get(wire.number);
    if (field) readField(object, field, wire);
  }
  return object;
}

function readField(
  object: Record<string, unknown>,
  field: Field,
  wire: WireField,
): void {
  const { name, type, repeated } = field;
  if (typeof type === 'object' && 'map' in type) {
    const entries = (object[name] ??= {}) as object;
    let key = '';
    let value: unknown = '';
    for (const part of fieldsOf(wire.bytes ?? Buffer.alloc(0))) {
      if (part.number === 1) key = String(part.bytes);
      if (part.number === 2) value = readValue(part, type.map);
    }
    setOwn(entries, key, value);
    return;
  }
  const value = readValue(wire, type);
  // Kubernetes' encoder writes empty strings and zero times for what is not set.
  if (value === undefined || (value === '' && !repeated)) return;
  if (repeated) ((object[name] ??= []) as unknown[]).push(value);
  else object[name] = value;
}

function readValue(wire: WireField, type: FieldType): unknown {
  const bytes = wire.bytes ?? Buffer.alloc(0);
  switch (type) {
    case 'string':
      return bytes.toString('utf8');
    case 'bytes':
      return bytes.toString('base64');
    case 'integer':
      return Number(BigInt.asIntN(64, wire.integer ?? 0n));
    case 'boolean':
      return wire.integer === 1n;
    case 'quantity':
      for (const part of fieldsOf(bytes)) {
        if (part.number === 1) return String(part.bytes);
      }
      return '0';
    case 'time':
      for (const part of fieldsOf(bytes)) {
        if (part.number === 1) {
          const seconds = BigInt.asIntN(64, part.integer ?? 0n);
          return timestamp(Number(seconds) * 1000);
        }
      }
      return undefined;
    default:
      return readMessage(bytes, type as Message);
  }
}
