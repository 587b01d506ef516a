import { isObject } from '../json/isObject';

const UID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** Replaces what differs from run to run, and leaves out what the sandbox does not keep (managedFields). */
export function normalise(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return normaliseText(value, key);
  if (Array.isArray(value)) {
    const items = value.map(item => normalise(item));
    return key === 'causes' ? items.sort(byJson) : items;
  }
  if (!isObject(value)) return value;
  const object = Object.fromEntries(
    Object.entries(value)
      .filter(([part]) => part !== 'managedFields')
      .map(([part, item]) => [part, normalise(item, part)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
  if (object.generateName) object.name = '<generated>';
  return object.reason === 'Invalid' ? unordered(object) : object;
}

function normaliseText(text: string, key: string): string {
  if (key === 'resourceVersion') return '<version>';
  if (key === 'continue') return text === '' ? '' : '<continue>';
  return text
    .replace(UID, '<uid>')
    .replace(TIME, '<time>')
    .replace(
      /(in record|resource version:|current:) \(?\d+\)?( \(\d+\))?/g,
      '$1 <version>',
    );
}

/** Several faults of one object come in the order of a Go map: only the set of them can be compared. */
function unordered(status: Record<string, unknown>): Record<string, unknown> {
  if (!/: \[.*\]$/s.test(String(status.message))) return status;
  return {
    ...status,
    message: String(status.message).replace(/: \[.*\]$/s, ': [<causes>]'),
  };
}

function byJson(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
