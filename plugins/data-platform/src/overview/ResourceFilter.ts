import {
  Health,
  HEALTH_ORDER,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  FIRST_PAGE,
  pageInUrl,
  ResourceQuery,
  withParams,
} from '@millrace/backstage-plugin-data-platform-react';

/** What the overview shows, as the URL has it. */
export interface ResourceFilter {
  health: Health[];
  cluster?: string;
  kind?: string;
  domain?: string;
  text?: string;
  /** Also runs that a newer run of the same job has superseded. */
  past: boolean;
  sort: NonNullable<ResourceQuery['sort']>;
  order: 'asc' | 'desc';
  /** From 1. */
  page: number;
  pageSize: number;
}

const SORTS = ['severity', 'name', 'startedAt', 'kind', 'domain'] as const;

/** Ascending severity is worst first, then the latest: that is how the API orders it. */
const DEFAULTS: ResourceFilter = {
  health: [],
  past: false,
  sort: 'severity',
  order: 'asc',
  ...FIRST_PAGE,
};

/** Reads a filter from the URL; what makes no sense there is left out. */
export function filterOf(params: URLSearchParams): ResourceFilter {
  const health = (params.get('health') ?? '').split(',');
  return {
    health: HEALTH_ORDER.filter(name => health.includes(name)),
    cluster: params.get('cluster') ?? undefined,
    kind: params.get('kind') ?? undefined,
    domain: params.get('domain') ?? undefined,
    text: params.get('q') ?? undefined,
    past: params.get('past') === 'yes',
    sort: SORTS.find(name => name === params.get('sort')) ?? DEFAULTS.sort,
    order: params.get('order') === 'desc' ? 'desc' : DEFAULTS.order,
    ...pageInUrl(params),
  };
}

/** Writes a filter into the URL; what is as usual is left out, the rest of the URL stays. */
export function withFilter(
  params: URLSearchParams,
  filter: ResourceFilter,
): URLSearchParams {
  return withParams(
    params,
    {
      health: filter.health.join(','),
      cluster: filter.cluster,
      kind: filter.kind,
      domain: filter.domain,
      q: filter.text,
      past: filter.past ? 'yes' : undefined,
      sort: filter.sort,
      order: filter.order,
      page: filter.page,
      size: filter.pageSize,
    },
    {
      sort: DEFAULTS.sort,
      order: DEFAULTS.order,
      page: DEFAULTS.page,
      size: DEFAULTS.pageSize,
    },
  );
}

/** The filter as the API takes it. */
export function queryOf(filter: ResourceFilter): ResourceQuery {
  return {
    health: filter.health,
    source: filter.cluster,
    kind: filter.kind,
    // Thousands of branches would drown what runs; a repository tells how its branches are.
    exceptNature: filter.kind ? undefined : 'branch',
    domainRef: filter.domain,
    q: filter.text,
    superseded: filter.past ? 'include' : 'exclude',
    sort: filter.sort,
    order: filter.order,
    limit: filter.pageSize,
    offset: (filter.page - 1) * filter.pageSize,
  };
}

/** Whether anything narrows the list. */
export function narrows(filter: ResourceFilter): boolean {
  const { health, cluster, kind, domain, text } = filter;
  return health.length > 0 || !!(cluster || kind || domain || text);
}
