import { copyJson, setOwn } from '../json/copyJson';
import { isObject } from '../json/isObject';
import { sameJson } from '../json/sameJson';

/** One operation of RFC 6902. */
export interface PatchOperation {
  op: string;
  path: string;
  from?: string;
  value?: unknown;
}

/** The patch does not fit the object. */
export class PatchFault extends Error {}

/**
 * RFC 6902. Changes nothing that it is given.
 *
 * @throws PatchFault when a path is missing or a test fails
 */
export function jsonPatch(
  target: unknown,
  operations: readonly PatchOperation[],
): unknown {
  let result = copyJson(target);
  for (const operation of operations) result = apply(result, operation);
  return result;
}

function apply(document: unknown, operation: PatchOperation): unknown {
  const path = pointer(operation.path);
  switch (operation.op) {
    case 'test':
      if (!sameJson(read(document, path), operation.value)) {
        throw new PatchFault(`testing value ${operation.path} failed`);
      }
      return document;
    case 'add':
      return write(document, path, copyJson(operation.value), 'add');
    case 'replace':
      read(document, path);
      return write(document, path, copyJson(operation.value), 'replace');
    case 'remove':
      return remove(document, path);
    case 'copy': {
      const value = copyJson(read(document, pointer(operation.from)));
      return write(document, path, value, 'add');
    }
    case 'move': {
      const from = pointer(operation.from);
      const value = read(document, from);
      return write(remove(document, from), path, value, 'add');
    }
    default:
      throw new PatchFault(`unexpected kind: ${operation.op}`);
  }
}

function pointer(path: unknown): string[] {
  if (typeof path !== 'string' || (path !== '' && !path.startsWith('/'))) {
    throw new PatchFault('missing path');
  }
  return path
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function read(document: unknown, path: readonly string[]): unknown {
  let value = document;
  for (const part of path) {
    if (Array.isArray(value)) value = value[index(part, value.length - 1)];
    else if (isObject(value) && Object.hasOwn(value, part)) value = value[part];
    else throw new PatchFault(`missing path: /${path.join('/')}`);
  }
  return value;
}

function index(part: string, last: number): number {
  const number = /^(0|[1-9]\d*)$/.test(part) ? Number(part) : NaN;
  if (!(number <= last)) throw new PatchFault(`invalid index: ${part}`);
  return number;
}

function write(
  document: unknown,
  path: readonly string[],
  value: unknown,
  how: 'add' | 'replace',
): unknown {
  if (path.length === 0) return value;
  const parent = read(document, path.slice(0, -1));
  const last = path[path.length - 1];
  if (Array.isArray(parent)) {
    const at = last === '-' ? parent.length : index(last, parent.length);
    parent.splice(at, how === 'replace' ? 1 : 0, value);
  } else if (isObject(parent)) setOwn(parent, last, value);
  else throw new PatchFault(`missing path: /${path.join('/')}`);
  return document;
}

function remove(document: unknown, path: readonly string[]): unknown {
  read(document, path);
  const parent = read(document, path.slice(0, -1));
  const last = path[path.length - 1];
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as Record<string, unknown>)[last];
  return document;
}
