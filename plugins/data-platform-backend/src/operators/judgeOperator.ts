import { OperatorTrace } from '@millrace/backstage-plugin-data-platform-node';

/** What an operator has left undone. */
export type Owed = NonNullable<OperatorTrace['owes']>;

/** The Deployment of an operator as it was seen last. Times are epoch milliseconds. */
export interface OperatorDeployment {
  name: string;
  namespace: string;
  scaledToZero: boolean;
  /** Since when no replica is available; undefined while one is. */
  awaySince?: number;
  /** Since when one is available; undefined where that was so from the first look. */
  backSince?: number;
}

/** All that is known of one operator on one cluster. Times are epoch milliseconds by the server's clock. */
export interface OperatorEvidence {
  now: number;
  /** The cluster answers and all lists are fresh: what is left undone is not merely unseen. */
  fresh: boolean;
  /** Empty where none may be read. */
  deployments: readonly OperatorDeployment[];
  /** In namespaces that the operator is known to watch. */
  owed: readonly Owed[];
  /** When it was last seen at work. */
  lastActivity?: number;
}

/** What is thought of the operator. `held` outlasts a time in which the cluster cannot be read. */
export interface OperatorJudgement {
  state: 'up' | 'down' | 'unknown';
  /** Of the state down: the first thing that it has not done. */
  since?: number;
  undone: readonly Owed['what'][];
  held?: { since: number; undone: readonly Owed['what'][] };
}

/** What is due is done within a second; under load within this. */
const SLOW_MS = 10_000;
const OVERDUE_MS: Readonly<Record<Owed['what'], number>> = {
  'pick-up': 90_000,
  end: 60_000,
};
/** A new version is rolled out, or a pod moves to another node: shorter is no outage, and no recovery either. */
const SETTLED_MS = 30_000;
/** Work that was seen this recently vouches for an operator with nothing else to go by. */
const RECENT_MS = 60 * 60_000;

/**
 * Whether an operator is at work. Down is what leaves things undone that are long due, and does nothing else meanwhile; or
 * what has no pod. It is down until there is a sign of life, so that the deletion of a waiting job is none.
 */
export function judgeOperator(
  evidence: OperatorEvidence,
  before: OperatorJudgement,
): OperatorJudgement {
  const { held } = before;
  if (!evidence.fresh) {
    return { state: 'unknown', undone: [], ...(held && { held }) };
  }
  const undone = undoneBy(evidence);
  const away = awaySince(evidence);
  const first = Math.min(away ?? Infinity, ...undone.map(({ since }) => since));
  if (first !== Infinity) {
    const whats = undone.map(({ what }) => what);
    return down(Math.min(first, held?.since ?? first), whats);
  }
  if (held && !alive(evidence, held.since)) {
    return down(held.since, held.undone);
  }
  const { deployments, lastActivity, now } = evidence;
  const seen =
    deployments.some(one => one.awaySince === undefined) ||
    (lastActivity !== undefined && now - lastActivity < RECENT_MS);
  return { state: seen ? 'up' : 'unknown', undone: [] };
}

function down(since: number, undone: readonly Owed['what'][]) {
  const whats = [...new Set(undone)].sort();
  return {
    state: 'down' as const,
    since,
    undone: whats,
    held: { since, undone: whats },
  };
}

/** What is due and has not been overtaken by other work; nothing while none of it is long overdue. */
function undoneBy({ owed, lastActivity, now }: OperatorEvidence): Owed[] {
  const open = owed.filter(
    ({ since }) => lastActivity === undefined || lastActivity - since < SLOW_MS,
  );
  const overdue = open.some(
    ({ what, since }) => now - since > OVERDUE_MS[what],
  );
  return overdue ? open : [];
}

/** Since when no Deployment has an available pod, once that has lasted. */
function awaySince({ deployments, now }: OperatorEvidence): number | undefined {
  const times = deployments.map(one => one.awaySince ?? Infinity);
  const last = Math.max(...times);
  return times.length > 0 && now - last > SETTLED_MS ? last : undefined;
}

function alive(
  { deployments, lastActivity, now }: OperatorEvidence,
  since: number,
): boolean {
  return (
    (lastActivity !== undefined && lastActivity - since >= SLOW_MS) ||
    deployments.some(
      ({ awaySince: away, backSince = -Infinity }) =>
        away === undefined && now - backSince > SETTLED_MS,
    )
  );
}
