import { NotebookState } from '@millrace/backstage-plugin-data-platform-common';
import {
  FIRST_PAGE,
  NotebookQuery,
  pageInUrl,
  withParams,
} from '@millrace/backstage-plugin-data-platform-react';
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

const SORTS = ['idle', 'gpu', 'name', 'cost'] as const;

/** Longest idle first: the page is there to find what is held and not used. */
const DEFAULTS: NotebookFilter = {
  mine: false,
  sort: 'idle',
  ...FIRST_PAGE,
};

/** Reads a filter from the URL; what makes no sense there is left out. */
export function notebookFilterOf(params: URLSearchParams): NotebookFilter {
  return {
    state: notebookStateOf(params.get('state')),
    domain: params.get('domain') || undefined,
    owner: params.get('owner') || undefined,
    mine: params.get('mine') === 'yes',
    text: params.get('q') || undefined,
    sort: SORTS.find(name => name === params.get('sort')) ?? DEFAULTS.sort,
    ...pageInUrl(params),
  };
}

/** Writes a filter into the URL; what is as usual is left out, the rest of the URL stays. */
export function withNotebookFilter(
  params: URLSearchParams,
  filter: NotebookFilter,
): URLSearchParams {
  return withParams(
    params,
    {
      state: filter.state,
      domain: filter.domain,
      owner: filter.owner,
      mine: filter.mine ? 'yes' : undefined,
      q: filter.text,
      sort: filter.sort,
      page: filter.page,
      size: filter.pageSize,
    },
    { sort: DEFAULTS.sort, page: DEFAULTS.page, size: DEFAULTS.pageSize },
  );
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
