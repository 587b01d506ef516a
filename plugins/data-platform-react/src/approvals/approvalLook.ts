import {
  ApprovalState,
  Health,
} from '@millrace/backstage-plugin-data-platform-common';

/** How the state of a request for leave looks and is said. */
export const APPROVAL_LOOK: Record<
  ApprovalState,
  { health: Health; word: string }
> = {
  open: { health: 'progressing', word: 'Waiting' },
  approved: { health: 'healthy', word: 'Approved' },
  rejected: { health: 'failed', word: 'Rejected' },
  withdrawn: { health: 'suspended', word: 'Withdrawn' },
  done: { health: 'healthy', word: 'Done' },
  stale: { health: 'degraded', word: 'Out of date' },
};
