import {
  AssessmentSummary,
  Counts,
  emptyCounts,
  Health,
  Part,
  severity,
} from '@millrace/backstage-plugin-data-platform-common';

/** A verdict made of the verdicts of parts. */
export interface RolledUp {
  assessment: AssessmentSummary;
  counts: Counts;
  /** At most 20, worst first. */
  notHealthy: Part[];
}

/** What the whole and its parts are called in sentences. */
export interface RollUpWords {
  /** `data product orders` */
  whole: string;
  /** `job`; gets an s for several. */
  part: string;
  /** What to do when there is no part. */
  emptyStep?: string;
}

const MAX_LISTED = 20;
const NOT_HEALTHY: ReadonlySet<Health> = new Set([
  'unknown',
  'degraded',
  'failed',
]);

const REASONS: Readonly<Record<Health, string>> = {
  healthy: 'AllHealthy',
  suspended: 'SomeSuspended',
  progressing: 'SomeProgressing',
  unknown: 'SomeUnknown',
  degraded: 'SomeDegraded',
  failed: 'SomeFailed',
};

/** As a predicate: `is suspended`, `are suspended`. */
const PREDICATES: Readonly<Record<Health, readonly [string, string]>> = {
  healthy: ['is healthy', 'are healthy'],
  suspended: ['is suspended', 'are suspended'],
  progressing: ['is in progress', 'are in progress'],
  unknown: ['has no verdict', 'have no verdict'],
  degraded: ['is degraded', 'are degraded'],
  failed: ['has failed', 'have failed'],
};

/**
 * The verdict of a whole: the worst of its parts, in one sentence that names the worst. The order of the parts makes
 * no difference, and a part that gets worse never makes the whole better.
 */
export function rollUp(parts: readonly Part[], words: RollUpWords): RolledUp {
  const counts = emptyCounts();
  for (const part of parts) counts[part.health] += 1;
  const sorted = [...parts].sort(worstFirst);
  return {
    assessment: sorted.length === 0 ? empty(words) : verdict(sorted, words),
    counts,
    notHealthy: sorted
      .filter(part => NOT_HEALTHY.has(part.health))
      .slice(0, MAX_LISTED),
  };
}

function empty(words: RollUpWords): AssessmentSummary {
  return {
    health: 'unknown',
    reason: 'Empty',
    message: `Nothing belongs to ${words.whole} yet.`,
    ...(words.emptyStep && { nextStep: words.emptyStep }),
  };
}

function verdict(
  sorted: readonly Part[],
  words: RollUpWords,
): AssessmentSummary {
  const [worst] = sorted;
  const health = worst.health;
  const same = sorted.filter(part => part.health === health);
  const since = same.map(part => part.since ?? '').sort()[0];
  return {
    health,
    reason: REASONS[health],
    message: sentence(sorted.length, same, words),
    ...(health !== 'healthy' && worst.nextStep && { nextStep: worst.nextStep }),
    ...(since && { since }),
  };
}

function sentence(
  total: number,
  same: readonly Part[],
  words: RollUpWords,
): string {
  const [worst] = same;
  const [one, many] = PREDICATES[worst.health];
  if (worst.health === 'healthy') {
    return total === 1
      ? `${worst.title} ${one}.`
      : `All ${total} ${words.part}s ${many}.`;
  }
  if (total === 1) return `${worst.title}: ${worst.message}`;
  const predicate = same.length === 1 ? one : many;
  return `${same.length} of ${total} ${words.part}s ${predicate}. ${worst.title}: ${worst.message}`;
}

/** Total order, so that no order of arrival shows: severity, then the longest, then the name. */
function worstFirst(a: Part, b: Part): number {
  return (
    severity(b.health) - severity(a.health) ||
    compare(a.since ?? '~', b.since ?? '~') ||
    compare(a.title, b.title) ||
    compare(a.entityRef ?? '', b.entityRef ?? '') ||
    compare(a.resourceId ?? '', b.resourceId ?? '') ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
