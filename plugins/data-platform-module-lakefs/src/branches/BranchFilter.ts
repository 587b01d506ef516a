import {
  Health,
  HEALTH_ORDER,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  FIRST_PAGE,
  pageInUrl,
  withParams,
} from '@millrace/backstage-plugin-data-platform-react';
import { BranchQuery } from '../data/useBranches';

/** What the list of branches shows, as the URL has it. */
export interface BranchFilter {
  text?: string;
  health: readonly Health[];
  /** Of the verdict: `WouldConflict`. */
  reason?: string;
  /** `mine`, or the ref of an owner. */
  owner?: string;
  protected?: 'yes' | 'no';
  expires?: Expires;
  sort: BranchSort;
  order: 'asc' | 'desc';
  /** From 1. */
  page: number;
  pageSize: number;
}

/** Hours from now within which a branch expires; those that have expired are among them. */
const EXPIRES = { over: 0, day: 24, week: 168 } as const;
export type Expires = keyof typeof EXPIRES;

/** What the server sorts by; `asc` is what a person wants on top: the worst, the newest commit, what expires next. */
export const BRANCH_SORTS = [
  'severity',
  'name',
  'lastCommit',
  'expires',
  'behind',
] as const;
export type BranchSort = (typeof BRANCH_SORTS)[number];

export const MINE = 'mine';

const DEFAULTS = { sort: 'severity', order: 'asc', ...FIRST_PAGE } as const;

/** Reads a filter from the URL; what makes no sense there is left out. */
export function branchFilterOf(params: URLSearchParams): BranchFilter {
  const told = params.get('health')?.split(',') ?? [];
  const isProtected = params.get('protected');
  const expires = params.get('expires');
  return {
    text: params.get('q') || undefined,
    health: HEALTH_ORDER.filter(health => told.includes(health)),
    reason: params.get('reason') || undefined,
    owner: params.get('owner') || undefined,
    protected:
      isProtected === 'yes' || isProtected === 'no' ? isProtected : undefined,
    expires: isExpires(expires) ? expires : undefined,
    sort: BRANCH_SORTS.find(sort => sort === params.get('sort')) ?? 'severity',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    ...pageInUrl(params),
  };
}

/** Writes a filter into the URL; what is as usual is left out, the rest of the URL stays. */
export function withBranchFilter(
  params: URLSearchParams,
  filter: BranchFilter,
): URLSearchParams {
  return withParams(
    params,
    {
      q: filter.text,
      health: filter.health.join(','),
      reason: filter.reason,
      owner: filter.owner,
      protected: filter.protected,
      expires: filter.expires,
      sort: filter.sort,
      order: filter.order,
      page: filter.page,
      size: filter.pageSize,
    },
    { ...DEFAULTS, size: DEFAULTS.pageSize },
  );
}

/**
 * The filter as the API takes it.
 * @param mine - refs by which the person owns things
 */
export function branchQueryOf(
  filter: BranchFilter,
  mine: readonly string[],
): BranchQuery {
  return {
    q: filter.text,
    health: filter.health.join(',') || undefined,
    reason: filter.reason,
    owner: filter.owner === MINE ? mine.join(',') : filter.owner,
    protected: filter.protected,
    expiresWithinHours: filter.expires && EXPIRES[filter.expires],
    sort: filter.sort,
    order: filter.order,
    limit: filter.pageSize,
    offset: (filter.page - 1) * filter.pageSize,
  };
}

/** Whether anything narrows the list. */
export function narrowsBranches(filter: BranchFilter): boolean {
  return (
    filter.health.length > 0 ||
    !!(filter.text || filter.reason || filter.owner) ||
    !!(filter.protected || filter.expires)
  );
}

/** What takes all that narrows away. */
export const ALL_BRANCHES: Partial<BranchFilter> = {
  text: undefined,
  health: [],
  reason: undefined,
  owner: undefined,
  protected: undefined,
  expires: undefined,
};

function isExpires(text: string | null): text is Expires {
  return text !== null && Object.hasOwn(EXPIRES, text);
}
