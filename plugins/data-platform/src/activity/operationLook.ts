import {
  Health,
  Operation,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  formatDuration,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-react';
import { progressOf } from '../series/seriesState';

/** How the state of an operation looks and is said. */
export const OPERATION_LOOK: Record<
  Operation['state'],
  { health: Health; word: string }
> = {
  accepted: { health: 'progressing', word: 'Accepted' },
  running: { health: 'progressing', word: 'Under way' },
  done: { health: 'healthy', word: 'Done' },
  failed: { health: 'failed', word: 'Failed' },
  cancelled: { health: 'suspended', word: 'Cancelled' },
};

/** State in a few words: `Done in 4 s`, `Under way, 2 of 5`, `Cancelled by ada`. */
export function stateWords(operation: Operation): string {
  const { state, progress, createdAt, finishedAt, cancelledBy } = operation;
  const { word } = OPERATION_LOOK[state];
  if (state === 'running' && (progress || operation.steps.length > 1)) {
    const { done, failed, running, total } = progressOf(operation);
    return cancelledBy
      ? `Being cancelled by ${refTitle(
          cancelledBy,
        )}, ${running} still under way`
      : `${word}, ${done + failed} of ${total}`;
  }
  if (state === 'done' && finishedAt) {
    const seconds = (Date.parse(finishedAt) - Date.parse(createdAt)) / 1000;
    return seconds < 1 ? word : `${word} in ${formatDuration(seconds)}`;
  }
  return state === 'cancelled' && cancelledBy
    ? `${word} by ${refTitle(cancelledBy)}`
    : word;
}
