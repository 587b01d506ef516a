import { ExecutorsWanted } from '@millrace/backstage-plugin-data-platform-node';
import { BusySpan, mergeSpans } from './BusySpans';
import { ExecutorLife, mergeLife } from './ExecutorLife';
import { addSeries, StepPoint, stepSeries } from './stepSeries';
import { thinSeries } from './thinSeries';
import { NOTHING, Totals, totalsOf } from './totals';

/** Executors that are kept one by one; of more, those that are long gone are only summed up. */
export const MAX_LIVES = 2_000;
const MAX_FOLDED_POINTS = 500;

/** Executors that are no longer kept one by one. */
export interface FoldedLives {
  count: number;
  totals: Totals;
  points: readonly StepPoint[];
}

/** What is known of the executors of one attempt; kept with the run. Times are epoch milliseconds. */
export interface UsageRecord {
  lives: readonly ExecutorLife[];
  folded?: FoldedLives;
  busy: readonly BusySpan[];
  wanted?: ExecutorsWanted;
  /** When the portal looked last, by the clock of the cluster. */
  until: number;
  /** The portal has watched since the attempt began. */
  complete: boolean;
  /** The attempt is over. */
  ended: boolean;
}

/**
 * Two tellings of one attempt, from two replicas or from before and after a restart, are one: each executor counts once.
 * Where more executors were there than are kept one by one, the fuller telling counts.
 */
export function mergeUsage(a: UsageRecord, b: UsageRecord): UsageRecord {
  const whole =
    (a.complete && a.ended) ||
    (b.complete && b.ended) ||
    (a.complete && b.complete);
  const common = {
    busy: mergeSpans(a.busy, b.busy),
    ...((b.wanted ?? a.wanted) && { wanted: b.wanted ?? a.wanted }),
    until: Math.max(a.until, b.until),
    ended: a.ended || b.ended,
  };
  if (a.folded || b.folded) {
    const fuller = executorsIn(b) >= executorsIn(a) ? b : a;
    const { lives, folded, complete } = fuller;
    return { ...common, lives, ...(folded && { folded }), complete };
  }
  const lives = new Map(a.lives.map(life => [life.id, life]));
  for (const life of b.lives) {
    const known = lives.get(life.id);
    lives.set(life.id, known ? mergeLife(known, life) : life);
  }
  return { ...common, lives: [...lives.values()], complete: whole };
}

/** Sums some executors, all of which have ended, up with those that were summed up before. */
export function foldLives(
  lives: readonly ExecutorLife[],
  before: FoldedLives | undefined,
): FoldedLives {
  const points = addSeries(before?.points ?? [], stepSeries(lives, 0));
  return {
    count: (before?.count ?? 0) + lives.length,
    totals: totalsOf(lives, 0, before?.totals ?? NOTHING),
    points: thinSeries(points, MAX_FOLDED_POINTS),
  };
}

export function executorsIn({ lives, folded }: UsageRecord): number {
  return lives.length + (folded?.count ?? 0);
}
