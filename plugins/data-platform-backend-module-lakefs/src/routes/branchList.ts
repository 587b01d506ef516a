import {
  emptyCounts,
  Health,
  HEALTH_ORDER,
  LakefsBranchPage,
  severity,
} from '@millrace/backstage-plugin-data-platform-common';
import { IndexedObject } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { BranchObject } from '../model/objects';
import { branchView } from './BranchView';
import { listParameter, numberParameter } from './query';

const HOUR_MS = 3_600_000;
const MOST_OWNERS = 200;

export const branchListQuery = z.strictObject({
  entityRef: z.string().max(200).optional(),
  domainRef: z.string().max(200).optional(),
  productRef: z.string().max(200).optional(),
  source: z.string().max(200).optional(),
  repository: z.string().max(200).optional(),
  /** Exactly this one. */
  name: z.string().max(1_000).optional(),
  q: z.string().max(200).optional(),
  owner: listParameter(2_000).optional(),
  health: listParameter(100)
    .transform(all => all as Health[])
    .refine(
      all => all.every(each => HEALTH_ORDER.includes(each)),
      `must be one or more of ${HEALTH_ORDER.join(', ')}`,
    )
    .optional(),
  reason: listParameter(500).optional(),
  protected: z.enum(['yes', 'no']).optional(),
  expiresWithinHours: z.coerce.number().min(0).max(87_600).optional(),
  sort: z
    .enum(['severity', 'name', 'lastCommit', 'expires', 'behind'])
    .default('severity'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: numberParameter({ min: 1, max: 200, otherwise: 50 }),
  offset: numberParameter({ min: 0, max: 100_000, otherwise: 0 }),
});

type Query = z.infer<typeof branchListQuery>;

type Order = (a: IndexedObject, b: IndexedObject) => number;

const by =
  (value: (branch: BranchObject) => number): Order =>
  (a, b) =>
    value(a.object as BranchObject) - value(b.object as BranchObject);

/** `asc` is what a person wants on top: the worst, the first letter, the newest commit, what expires next, the farthest behind. */
const ORDERS: Readonly<Record<Query['sort'], Order>> = {
  severity: (a, b) =>
    severity(b.row.assessment.health) - severity(a.row.assessment.health),
  name: () => 0,
  lastCommit: by(({ status }) => -(status.commit?.at ?? 0)),
  expires: by(({ spec }) => spec.expiresAt ?? Number.MAX_SAFE_INTEGER),
  behind: by(({ status }) => -(status.insight?.behind.n ?? -1)),
};

/**
 * A page of branches. One pass over what the viewer may see, then a sort of what is left.
 * @param now - epoch milliseconds, for what expires
 */
export function branchPage(
  branches: readonly IndexedObject[],
  query: Query,
  now: number,
): Omit<LakefsBranchPage, 'warming'> {
  const matches = matcher(query, now);
  const health = query.health && new Set(query.health);
  const reason = query.reason && new Set(query.reason);
  const counts = emptyCounts();
  const reasons = new Map<string, number>();
  const owners = new Set<string>();
  const found: IndexedObject[] = [];
  for (const branch of branches) {
    const { owner } = (branch.object as BranchObject).spec;
    if (owner && owners.size < MOST_OWNERS) owners.add(owner);
    if (!matches(branch)) continue;
    const { assessment } = branch.row;
    counts[assessment.health] += 1;
    reasons.set(assessment.reason, (reasons.get(assessment.reason) ?? 0) + 1);
    if (health && !health.has(assessment.health)) continue;
    if (!reason || reason.has(assessment.reason)) found.push(branch);
  }
  const order = ORDERS[query.sort];
  const sign = query.order === 'asc' ? 1 : -1;
  found.sort(
    (a, b) => sign * (order(a, b) || (a.row.name < b.row.name ? -1 : 1)),
  );
  return {
    items: found
      .slice(query.offset, query.offset + query.limit)
      .map(branchView),
    total: found.length,
    counts,
    reasons: Object.fromEntries(reasons),
    owners: [...owners].sort(),
  };
}

/** Whether a branch fits all of the query but health and reason, which are counted first. */
function matcher(
  query: Query,
  now: number,
): (branch: IndexedObject) => boolean {
  const { name, domainRef, productRef, expiresWithinHours } = query;
  const needle = query.q?.toLocaleLowerCase('en-US');
  const owners = query.owner && new Set(query.owner);
  const until =
    expiresWithinHours === undefined
      ? undefined
      : now + expiresWithinHours * HOUR_MS;
  return ({ row, object }) => {
    const { owner, protectedBy, expiresAt, purpose } = (object as BranchObject)
      .spec;
    if (name !== undefined && row.name !== name) return false;
    if (domainRef !== undefined && row.domainRef !== domainRef) return false;
    if (productRef !== undefined && row.productRef !== productRef) return false;
    if (owners && !(owner && owners.has(owner))) return false;
    if (query.protected === 'yes' && protectedBy === undefined) return false;
    if (query.protected === 'no' && protectedBy !== undefined) return false;
    if (until !== undefined && !(expiresAt && expiresAt <= until)) return false;
    return (
      needle === undefined ||
      row.name.toLocaleLowerCase('en-US').includes(needle) ||
      (purpose?.toLocaleLowerCase('en-US').includes(needle) ?? false)
    );
  };
}
