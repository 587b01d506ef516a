import {
  Health,
  Operation,
} from '@millrace/backstage-plugin-data-platform-common';
import { formatDuration } from '@millrace/backstage-plugin-data-platform-react';
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
};

/** State in a few words: `Done in 4 s`, `Under way, 2 of 5`. */
export function stateWords(operation: Operation): string {
  const { state, progress, createdAt, finishedAt } = operation;
  const { word } = OPERATION_LOOK[state];
  if (state === 'running' && (progress || operation.steps.length > 1)) {
    const { done, failed, total } = progressOf(operation);
    return `${word}, ${done + failed} of ${total}`;
  }
  if (state === 'done' && finishedAt) {
    const seconds = (Date.parse(finishedAt) - Date.parse(createdAt)) / 1000;
    return seconds < 1 ? word : `${word} in ${formatDuration(seconds)}`;
  }
  return word;
}

/** Whether an operation matches a text: in its title, actor, entity or id. */
export function matches(operation: Operation, text: string): boolean {
  const { title, actor, entityRef = '', id } = operation;
  const all = `${title}\n${actor}\n${entityRef}\n${operation.operation}\n${id}`;
  return all.toLowerCase().includes(text.trim().toLowerCase());
}
