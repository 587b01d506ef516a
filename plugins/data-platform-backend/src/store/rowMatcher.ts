import { Entry } from './Entry';
import { ResourceQuery } from './types';

type Matcher = (entry: Entry) => boolean;

/** Decides whether an entry matches a query; health and paging are left out, for counts come before them. */
export function rowMatcher(query: ResourceQuery): Matcher {
  const tests: Matcher[] = [];
  const same = (
    field:
      | 'entityRef'
      | 'domainRef'
      | 'productRef'
      | 'source'
      | 'namespace'
      | 'nature',
  ) => {
    const wanted = query[field];
    if (wanted !== undefined) {
      tests.push(entry => entry.row?.[field] === wanted);
    }
  };
  same('entityRef');
  same('productRef');
  same('domainRef');
  same('source');
  same('namespace');
  same('nature');
  if (query.kind !== undefined) {
    const dot = query.kind.indexOf('.');
    const kind = dot < 0 ? query.kind : query.kind.slice(0, dot);
    const group = dot < 0 ? undefined : query.kind.slice(dot + 1);
    tests.push(
      ({ row }) =>
        row?.kind === kind && (group === undefined || row.group === group),
    );
  }
  const words = (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  for (const word of words) {
    tests.push(entry => searchText(entry).includes(word));
  }
  return entry => {
    for (const test of tests) {
      if (!test(entry)) {
        return false;
      }
    }
    return true;
  };
}

function searchText(entry: Entry): string {
  const { row } = entry;
  entry.searchText ??= row
    ? [
        row.name,
        row.namespace,
        row.entityRef,
        row.kind,
        row.assessment.reason,
        row.assessment.message,
      ]
        .join('\n')
        .toLowerCase()
    : '';
  return entry.searchText;
}
