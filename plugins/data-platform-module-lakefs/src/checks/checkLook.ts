import {
  Health,
  LakefsCheck,
} from '@millrace/backstage-plugin-data-platform-common';

/** How the end of a check looks and is said. */
export const CHECK_LOOK: Record<
  LakefsCheck['status'],
  { health: Health; word: string }
> = {
  failed: { health: 'failed', word: 'failed' },
  completed: { health: 'healthy', word: 'passed' },
  skipped: { health: 'suspended', word: 'was not run' },
  unknown: { health: 'unknown', word: 'ended nobody knows how' },
};

const EVENTS: Readonly<Record<string, string>> = {
  'pre-merge': 'Before a merge',
  'post-merge': 'After a merge',
  'pre-commit': 'Before a commit',
  'post-commit': 'After a commit',
  'prepare-commit': 'While a commit was made',
  'pre-create-branch': 'Before the branch was made',
  'post-create-branch': 'After the branch was made',
  'pre-delete-branch': 'Before the branch was deleted',
  'post-delete-branch': 'After the branch was deleted',
};

/** When a run of actions took place, in words; the name of an event that is not known. */
export function eventText(event: string): string {
  return EVENTS[event] ?? event;
}

/** What has failed comes first, then what ran, then what did not. */
export const CHECK_ORDER: Readonly<Record<LakefsCheck['status'], number>> = {
  failed: 0,
  unknown: 1,
  completed: 2,
  skipped: 3,
};
