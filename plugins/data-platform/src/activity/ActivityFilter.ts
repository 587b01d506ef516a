import { Operation } from '@millrace/backstage-plugin-data-platform-common';

/** What of the activity is shown, as the URL has it. */
export interface ActivityFilter {
  q?: string;
  state?: Operation['state'];
  /** Full ref. */
  entity?: string;
}

/** The states of an operation in the order in which it goes through them. */
export const OPERATION_STATES: readonly Operation['state'][] = [
  'accepted',
  'running',
  'done',
  'failed',
];

/** Reads the filter from the URL; what makes no sense there is left out. */
export function activityFilterOf(params: URLSearchParams): ActivityFilter {
  return {
    q: params.get('q') ?? undefined,
    state: OPERATION_STATES.find(name => name === params.get('state')),
    entity: params.get('entity') ?? undefined,
  };
}

/** Whether anything narrows the list. */
export function narrowsActivity({ q, state, entity }: ActivityFilter): boolean {
  return !!q || !!state || !!entity;
}
