import { Counts, Health } from './types';

/** Health from best to worst, the order in which a roll-up picks. */
export const HEALTH_ORDER: readonly Health[] = [
  'healthy',
  'suspended',
  'progressing',
  'unknown',
  'degraded',
  'failed',
];

/** 0 for healthy up to 5 for failed. */
export function severity(health: Health): number {
  return HEALTH_ORDER.indexOf(health);
}

/** The worst of several; `fallback` when there is none. */
export function worstHealth(
  all: Iterable<Health>,
  fallback: Health = 'unknown',
): Health {
  let worst: Health | undefined;
  for (const health of all) {
    if (worst === undefined || severity(health) > severity(worst)) {
      worst = health;
    }
  }
  return worst ?? fallback;
}

/** Counts with every health at zero. */
export function emptyCounts(): Counts {
  return {
    healthy: 0,
    suspended: 0,
    progressing: 0,
    unknown: 0,
    degraded: 0,
    failed: 0,
  };
}
