import { LakefsChange } from '@millrace/backstage-plugin-data-platform-common';
import { HEALTH_COLOUR } from '@millrace/backstage-plugin-data-platform-react';

/** How a change looks and is said: a sign and a word, never colour alone. */
export const CHANGE_LOOK: Record<
  LakefsChange,
  { sign: string; word: string; colour: string }
> = {
  added: { sign: '+', word: 'added', colour: HEALTH_COLOUR.healthy },
  changed: { sign: '~', word: 'changed', colour: HEALTH_COLOUR.progressing },
  removed: { sign: '−', word: 'removed', colour: HEALTH_COLOUR.failed },
  conflict: {
    sign: '!',
    word: 'changed on both sides',
    colour: HEALTH_COLOUR.degraded,
  },
  prefix_changed: {
    sign: '…',
    word: 'changed within',
    colour: HEALTH_COLOUR.progressing,
  },
};

/** What stands in the way first. */
export const CHANGE_ORDER: readonly LakefsChange[] = [
  'conflict',
  'added',
  'changed',
  'removed',
  'prefix_changed',
];
