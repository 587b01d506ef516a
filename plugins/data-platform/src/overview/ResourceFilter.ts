import {
  Health,
  HEALTH_ORDER,
} from '@millrace/backstage-plugin-data-platform-common';
import { ResourceQuery } from '@millrace/backstage-plugin-data-platform-react';

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

export const PAGE_SIZES = [25, 50, 100];
const SORTS = ['severity', 'name', 'startedAt', 'kind', 'domain'] as const;

/** Ascending severity is worst first, then the latest: that is how the API orders it. */
const DEFAULTS: ResourceFilter = {
  health: [],
  past: false,
  sort: 'severity',
  order: 'asc',
  page: 1,
  pageSize: 25,
};

/** Reads a filter from the URL; what makes no sense there is left out. */
export function filterOf(params: URLSearchParams): ResourceFilter {
  const health = (params.get('health') ?? '').split(',');
  const page = Number(params.get('page'));
  const pageSize = Number(params.get('size'));
  return {
    health: HEALTH_ORDER.filter(name => health.includes(name)),
    cluster: params.get('cluster') ?? undefined,
    kind: params.get('kind') ?? undefined,
    domain: params.get('domain') ?? undefined,
    text: params.get('q') ?? undefined,
    past: params.get('past') === 'yes',
    sort: SORTS.find(name => name === params.get('sort')) ?? DEFAULTS.sort,
    order: params.get('order') === 'desc' ? 'desc' : DEFAULTS.order,
    page: Number.isInteger(page) && page > 0 ? page : DEFAULTS.page,
    pageSize: PAGE_SIZES.includes(pageSize) ? pageSize : DEFAULTS.pageSize,
  };
}

/** Writes a filter into the URL; what is as usual is left out, the rest of the URL stays. */
export function withFilter(
  params: URLSearchParams,
  filter: ResourceFilter,
): URLSearchParams {
  const after = new URLSearchParams(params);
  const set = (
    key: string,
    value: string | number | undefined,
    usual?: unknown,
  ) =>
    value === undefined || value === '' || value === usual
      ? after.delete(key)
      : after.set(key, String(value));
  set('health', filter.health.join(','));
  set('cluster', filter.cluster);
  set('kind', filter.kind);
  set('domain', filter.domain);
  set('q', filter.text);
  set('past', filter.past ? 'yes' : undefined);
  set('sort', filter.sort, DEFAULTS.sort);
  set('order', filter.order, DEFAULTS.order);
  set('page', filter.page, DEFAULTS.page);
  set('size', filter.pageSize, DEFAULTS.pageSize);
  return after;
}

/** The filter as the API takes it. */
export function queryOf(filter: ResourceFilter): ResourceQuery {
  return {
    health: filter.health,
    source: filter.cluster,
    kind: filter.kind,
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
