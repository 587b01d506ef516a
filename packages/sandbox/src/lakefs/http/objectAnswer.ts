import { LakeFsError } from '../model/LakeFsError';
import { ObjectEntry } from '../model/ObjectEntry';
import { Answer } from './Route';

export interface ReadOptions {
  /** Value of the Range header. */
  range: string;
  ifNoneMatch: string;
}

/**
 * The bytes of an object, or a part of them.
 *
 * @param bytes undefined when the storage has lost them
 * @throws LakeFsError 410
 */
export function objectAnswer(
  entry: ObjectEntry,
  bytes: Uint8Array | undefined,
  { range, ifNoneMatch }: ReadOptions,
): Answer {
  const etag = `"${entry.checksum}"`;
  if (ifNoneMatch === etag) return { status: 304 };
  if (!bytes) throw new LakeFsError(410, 'No data');
  const html = entry.contentType.startsWith('text/html');
  const headers = {
    'cache-control': 'no-store, must-revalidate',
    'content-disposition': html ? 'inline' : 'attachment',
    'content-security-policy': "default-src 'none'",
    'content-type': entry.contentType,
    etag,
    'last-modified': new Date(entry.mtime * 1000).toUTCString(),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
  };
  if (!range) return { status: 200, raw: bytes, headers };
  const part = rangeOf(range, bytes.length);
  if (!part) {
    return {
      status: 416,
      json: { message: 'Requested Range Not Satisfiable' },
      headers: {
        ...headers,
        // Several ranges are refused without a word of the size.
        ...(!range.includes(',') && {
          'content-range': `bytes */${bytes.length}`,
        }),
      },
    };
  }
  const [first, last] = part;
  return {
    status: 206,
    raw: bytes.subarray(first, last + 1),
    headers: {
      ...headers,
      'content-range': `bytes ${first}-${last}/${bytes.length}`,
    },
  };
}

/** First and last byte of a range; undefined for several ranges and for one outside. */
function rangeOf(range: string, size: number): [number, number] | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (from === undefined || (from === '' && to === '')) return undefined;
  if (from === '') {
    const first = Math.max(0, size - Number(to));
    return first < size ? [first, size - 1] : undefined;
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first < size && first <= last ? [first, last] : undefined;
}
