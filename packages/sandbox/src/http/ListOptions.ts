import { FieldError, forbiddenField, notSupported } from '../errors/FieldError';
import { badRequest, internal, invalid } from '../errors/status';
import { ResourceType } from '../resources/ResourceType';
import { parseFieldSelector } from '../selectors/fieldSelector';
import { parseLabelSelector } from '../selectors/labelSelector';
import { KubeObject } from '../types';
import { isTrue } from './RequestInfo';

/** meta.k8s.io/v1 ListOptions, read and checked. */
export interface ListOptions {
  matches: (object: KubeObject) => boolean;
  hasSelector: boolean;
  limit?: number;
  continue?: string;
  /** As given; empty when absent. */
  resourceVersion: string;
  match?: 'Exact' | 'NotOlderThan';
  timeoutSeconds?: number;
  bookmarks: boolean;
  sendInitialEvents: boolean;
}

/** @throws 400 and 422 in the words of the real server */
export function readListOptions(
  query: URLSearchParams,
  type: ResourceType,
  name?: string,
): ListOptions {
  const labels = query.get('labelSelector') ?? '';
  const fields = query.get('fieldSelector') ?? '';
  const byLabels = parseLabelSelector(labels);
  const byFields = parseFieldSelector(fields, type);
  const options: ListOptions = {
    matches: object =>
      (!name || object.metadata.name === name) &&
      (!labels || byLabels(object.metadata.labels)) &&
      (!fields || byFields(object)),
    hasSelector: Boolean(labels || fields || name),
    limit: readInteger(query.get('limit')),
    continue: query.get('continue') || undefined,
    resourceVersion: query.get('resourceVersion') ?? '',
    match: (query.get('resourceVersionMatch') ??
      undefined) as ListOptions['match'],
    timeoutSeconds: readInteger(query.get('timeoutSeconds')),
    bookmarks: isTrue(query.get('allowWatchBookmarks')),
    sendInitialEvents: isTrue(query.get('sendInitialEvents')),
  };
  checkMatch(options, isTrue(query.get('watch')));
  return options;
}

function checkMatch(options: ListOptions, isWatch: boolean): void {
  const field = 'resourceVersionMatch';
  const errors: FieldError[] = [];
  const { match, resourceVersion, sendInitialEvents } = options;
  if (isWatch) {
    if (sendInitialEvents && match !== 'NotOlderThan') {
      errors.push(
        forbiddenField(
          field,
          'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
        ),
      );
    }
  } else if (match) {
    if (!resourceVersion) {
      errors.push(
        forbiddenField(
          field,
          'resourceVersionMatch is forbidden unless resourceVersion is provided',
        ),
      );
    }
    if (options.continue) {
      errors.push(
        forbiddenField(
          field,
          'resourceVersionMatch is forbidden when continue is provided',
        ),
      );
    }
    if (match !== 'Exact' && match !== 'NotOlderThan') {
      errors.push(notSupported(field, match, ['Exact', 'NotOlderThan', '']));
    }
    if (match === 'Exact' && resourceVersion === '0') {
      errors.push(
        forbiddenField(
          field,
          'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
        ),
      );
    }
  }
  if (errors.length > 0) {
    throw invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, errors);
  }
}

export function readInteger(text: string | null): number | undefined {
  if (text === null || text === '') return undefined;
  if (!/^[+-]?\d+$/.test(text)) {
    throw badRequest(
      `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  }
  return Number(text);
}

/** The number behind a resourceVersion; lists refuse a bad one with 400, watches with 500. */
export function readVersion(text: string, isWatch: boolean): number {
  if (/^\d+$/.test(text)) return Number(text);
  const fault = `resourceVersion: Invalid value: ${JSON.stringify(
    text,
  )}: strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`;
  throw isWatch
    ? internal(fault)
    : badRequest(`invalid resource version: ${fault}`);
}
