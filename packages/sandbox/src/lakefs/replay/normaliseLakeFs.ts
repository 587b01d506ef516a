import { isObject } from '../../json/isObject';

const DATES = ['creation_date', 'mtime', 'token_expiration'];

/** Headers that say how an answer is to be read. */
const HEADERS = [
  'accept-ranges',
  'cache-control',
  'content-disposition',
  'content-range',
  'content-security-policy',
  'content-type',
  'etag',
  'location',
  'x-content-type-options',
  'x-frame-options',
];

/** Replaces what differs from run to run. */
export function normaliseBody(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return normaliseText(value, key);
  if (typeof value === 'number' && DATES.includes(key)) {
    return value === 0 ? 0 : '<date>';
  }
  if (Array.isArray(value)) return value.map(item => normaliseBody(item));
  if (!isObject(value)) return value ?? null;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      normaliseBody(item, name),
    ]),
  );
}

function normaliseText(text: string, key: string): string {
  if (key === 'token') return '<token>';
  if (key === 'physical_address') return text === '' ? '' : '<address>';
  return text
    .replace(/[0-9a-f]{64}/g, '<id>')
    .replace(/\b[0-9a-v]{20}\b/g, '<id>')
    .replace(/(?!0001)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '<time>')
    .replace(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/g, '<time>')
    .replace(/Request duration: [\d.]+(µs|ms|s)/g, 'Request duration: <time>');
}

/** What is compared of the headers. */
export function normaliseHeaders(
  headers: Record<string, string> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    HEADERS.filter(name => headers[name] !== undefined).map(name => [
      name,
      normaliseBody(headers[name]),
    ]),
  );
}
