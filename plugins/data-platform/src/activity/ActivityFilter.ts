import { OperationQuery } from '@millrace/backstage-plugin-data-platform-react';

/** What of the activity is shown, as the URL has it. */
export interface ActivityFilter {
  q?: string;
  state?: NonNullable<OperationQuery['state']>;
  /** Full ref. */
  entity?: string;
}

/** What may be asked for, with its word. */
export const ACTIVITY_STATES: readonly {
  id: NonNullable<OperationQuery['state']>;
  word: string;
}[] = [
  { id: 'open', word: 'Under way' },
  { id: 'done', word: 'Done' },
  { id: 'failed', word: 'Failed' },
  { id: 'cancelled', word: 'Cancelled' },
];

/** Reads the filter from the URL; what makes no sense there is left out. */
export function activityFilterOf(params: URLSearchParams): ActivityFilter {
  const state = params.get('state');
  return {
    q: params.get('q') ?? undefined,
    state: ACTIVITY_STATES.find(({ id }) => id === state)?.id,
    entity: params.get('entity') ?? undefined,
  };
}

/** Whether anything narrows the list. */
export function narrowsActivity({ q, state, entity }: ActivityFilter): boolean {
  return !!q || !!state || !!entity;
}
