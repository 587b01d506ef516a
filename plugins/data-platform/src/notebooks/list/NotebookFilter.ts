import { NotebookState } from '@millrace/backstage-plugin-data-platform-common';
import { NotebookQuery } from '@millrace/backstage-plugin-data-platform-react';
import { notebookStateOf } from '../notebookState';

/** What the list of notebook servers shows, as the URL has it. */
export interface NotebookFilter {
  state?: NotebookState;
  domain?: string;
  owner?: string;
  mine: boolean;
  text?: string;
  sort: NonNullable<NotebookQuery['sort']>;
  /** From 1. */
  page: number;
  pageSize: number;
}

export const NOTEBOOK_PAGE_SIZES = [25, 50, 100];
const SORTS = ['idle', 'gpu', 'name', 'cost'] as const;

/** Longest idle first: the page is there to find what is held and not used. */
const DEFAULTS: NotebookFilter = {
  mine: false,
  sort: 'idle',
  page: 1,
  pageSize: 25,
};

/** Reads a filter from the URL; what makes no sense there is left out. */
export function notebookFilterOf(params: URLSearchParams): NotebookFilter {
  const page = Number(params.get('page'));
  const pageSize = Number(params.get('size'));
  return {
    state: notebookStateOf(params.get('state')),
    domain: params.get('domain') || undefined,
    owner: params.get('owner') || undefined,
    mine: params.get('mine') === 'yes',
    text: params.get('q') || undefined,
    sort: SORTS.find(name => name === params.get('sort')) ?? DEFAULTS.sort,
    page: Number.isInteger(page) && page > 0 ? page : DEFAULTS.page,
    pageSize: NOTEBOOK_PAGE_SIZES.includes(pageSize)
      ? pageSize
      : DEFAULTS.pageSize,
  };
}

/** Writes a filter into the URL; what is as usual is left out, the rest of the URL stays. */
export function withNotebookFilter(
  params: URLSearchParams,
  filter: NotebookFilter,
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
  set('state', filter.state);
  set('domain', filter.domain);
  set('owner', filter.owner);
  set('mine', filter.mine ? 'yes' : undefined);
  set('q', filter.text);
  set('sort', filter.sort, DEFAULTS.sort);
  set('page', filter.page, DEFAULTS.page);
  set('size', filter.pageSize, DEFAULTS.pageSize);
  return after;
}

/** The filter as the API takes it. */
export function notebookQueryOf(filter: NotebookFilter): NotebookQuery {
  return {
    state: filter.state,
    domainRef: filter.domain,
    ownerRef: filter.owner,
    mine: filter.mine || undefined,
    q: filter.text,
    sort: filter.sort,
    limit: filter.pageSize,
    offset: (filter.page - 1) * filter.pageSize,
  };
}

/** Whether anything narrows the list. */
export function narrowsNotebooks(filter: NotebookFilter): boolean {
  const { state, domain, owner, mine, text } = filter;
  return mine || !!(state || domain || owner || text);
}

/** What takes all that narrows away. */
export const ALL_NOTEBOOKS: Partial<NotebookFilter> = {
  state: undefined,
  domain: undefined,
  owner: undefined,
  mine: false,
  text: undefined,
};
