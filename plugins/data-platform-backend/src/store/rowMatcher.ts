import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { ResourceQuery } from './types';

type Matcher = (row: PlatformResource) => boolean;

const FIELDS = [
  'entityRef',
  'domainRef',
  'productRef',
  'source',
  'namespace',
  'nature',
] as const;

/** What searches look into, made when it is first needed; rows never change. */
const searchTexts = new WeakMap<PlatformResource, string>();

/**
 * Decides whether a row matches a query; undefined where all do. Health and paging are left out, for counts come before
 * them.
 */
export function rowMatcher(query: ResourceQuery): Matcher | undefined {
  const tests: Matcher[] = [];
  for (const field of FIELDS) {
    const wanted = query[field];
    if (wanted !== undefined) {
      tests.push(row => row[field] === wanted);
    }
  }
  if (query.exceptNature !== undefined) {
    const { exceptNature } = query;
    tests.push(row => row.nature !== exceptNature);
  }
  if (query.kind !== undefined) {
    const dot = query.kind.indexOf('.');
    const kind = dot < 0 ? query.kind : query.kind.slice(0, dot);
    const group = dot < 0 ? undefined : query.kind.slice(dot + 1);
    tests.push(
      row => row.kind === kind && (group === undefined || row.group === group),
    );
  }
  const words = (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  for (const word of words) {
    tests.push(row => searchText(row).includes(word));
  }
  return tests.length > 0 ? row => tests.every(test => test(row)) : undefined;
}

function searchText(row: PlatformResource): string {
  let text = searchTexts.get(row);
  if (text === undefined) {
    const { reason, message } = row.assessment;
    const { name, namespace, entityRef, kind } = row;
    text = [name, namespace, entityRef, kind, reason, message]
      .join('\n')
      .toLowerCase();
    searchTexts.set(row, text);
  }
  return text;
}
