import { ApprovalState } from '@millrace/backstage-plugin-data-platform-common';
import {
  APPROVAL_LOOK,
  ApprovalQuery,
  pageInUrl,
  withParams,
} from '@millrace/backstage-plugin-data-platform-react';

export type ApprovalRole = NonNullable<ApprovalQuery['role']>;

/** Which requests are shown, as the URL has it. */
export interface ApprovalFilter {
  role: ApprovalRole;
  /** Undefined: every state. */
  state?: ApprovalState;
  /** Full ref. */
  entity?: string;
  page: number;
  pageSize: number;
}

/** Whose requests, in words. */
export const APPROVAL_ROLES: readonly { id: ApprovalRole; word: string }[] = [
  { id: 'toReview', word: 'Waiting for me' },
  { id: 'requested', word: 'Asked by me' },
  { id: 'all', word: 'All' },
];

const ANY = 'any';

/** Of those that somebody else asked for, the open ones are what there is to do. */
function usualState(role: ApprovalRole): ApprovalState | undefined {
  return role === 'toReview' ? 'open' : undefined;
}

/** Reads the filter from the URL; what makes no sense there is left out. */
export function approvalFilterOf(params: URLSearchParams): ApprovalFilter {
  const role =
    APPROVAL_ROLES.find(({ id }) => id === params.get('role'))?.id ??
    APPROVAL_ROLES[0].id;
  const given = params.get('state');
  const states = Object.keys(APPROVAL_LOOK) as ApprovalState[];
  const state =
    given === ANY
      ? undefined
      : states.find(id => id === given) ?? usualState(role);
  return {
    role,
    ...(state && { state }),
    entity: params.get('entity') ?? undefined,
    ...pageInUrl(params),
  };
}

/** Writes a filter into the URL; what goes without saying is left out. */
export function approvalFilterInUrl(
  params: URLSearchParams,
  filter: ApprovalFilter,
): URLSearchParams {
  const { role, state, entity, page, pageSize } = filter;
  return withParams(
    params,
    { role, state: state ?? ANY, entity, page, size: pageSize },
    {
      role: APPROVAL_ROLES[0].id,
      state: usualState(role) ?? ANY,
      page: 1,
      size: 25,
    },
  );
}

/** What is asked of the API. */
export function approvalQueryOf(filter: ApprovalFilter): ApprovalQuery {
  const { role, state, entity, page, pageSize } = filter;
  return {
    role,
    state,
    entityRef: entity,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  };
}
