import {
  Health,
  Outcome,
} from '@millrace/backstage-plugin-data-platform-common';

/**
 * Colours of BUI, mixed with the text colour until they hold 3:1 against the
 * surfaces of both themes. They never stand alone: shape and word go with them.
 */
const POSITIVE =
  'color-mix(in oklab, var(--bui-fg-positive) 74%, var(--bui-fg-primary))';
const WARNING =
  'color-mix(in oklab, var(--bui-fg-warning) 80%, var(--bui-fg-primary))';
const DANGER =
  'color-mix(in oklab, var(--bui-fg-negative) 84%, var(--bui-fg-primary))';
const INFO =
  'color-mix(in oklab, var(--bui-fg-announcement) 86%, var(--bui-fg-primary))';
const QUIET = 'var(--bui-fg-secondary)';

export const HEALTH_COLOUR: Record<Health, string> = {
  healthy: POSITIVE,
  suspended: QUIET,
  progressing: INFO,
  unknown: QUIET,
  degraded: WARNING,
  failed: DANGER,
};

export const HEALTH_WORD: Record<Health, string> = {
  healthy: 'Healthy',
  suspended: 'Suspended',
  progressing: 'In progress',
  unknown: 'Unknown',
  degraded: 'Degraded',
  failed: 'Failed',
};

/** How a run ended, or that it has not. */
export type RunState = Outcome | 'running';

export const RUN_COLOUR: Record<RunState, string> = {
  succeeded: POSITIVE,
  failed: DANGER,
  cancelled: QUIET,
  running: INFO,
};

export const RUN_WORD: Record<RunState, string> = {
  succeeded: 'Succeeded',
  failed: 'Failed',
  cancelled: 'Cancelled',
  running: 'Running',
};
