import {
  Counts,
  emptyCounts,
  Health,
  HEALTH_ORDER,
  severity,
} from '@millrace/backstage-plugin-data-platform-common';
import { IndexedObject } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { BranchObject } from '../model/objects';
import { BranchView, branchView } from './BranchView';
import { numberParameter } from './query';

export const branchListQuery = z.strictObject({
  entityRef: z.string().max(200).optional(),
  source: z.string().max(200).optional(),
  repository: z.string().max(200).optional(),
  q: z.string().max(200).optional(),
  owner: z.string().max(200).optional(),
  /** One or more, separated by commas. */
  health: z
    .string()
    .optional()
    .transform(text => text?.split(',') as Health[] | undefined)
    .refine(
      all => !all || all.every(each => HEALTH_ORDER.includes(each)),
      `must be one or more of ${HEALTH_ORDER.join(', ')}`,
    ),
  sort: z
    .enum(['severity', 'name', 'lastCommit', 'expires', 'behind'])
    .default('severity'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: numberParameter({ min: 1, max: 200, otherwise: 50 }),
  offset: numberParameter({ min: 0, max: 100_000, otherwise: 0 }),
});

type Query = z.infer<typeof branchListQuery>;

export interface BranchPage {
  items: BranchView[];
  total: number;
  /** By health, of all that match but for the filter of health. */
  counts: Counts;
}

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

/** A page of branches. One pass over what the viewer may see, then a sort of what is left. */
export function branchPage(
  branches: readonly IndexedObject[],
  query: Query,
): BranchPage {
  const wanted = query.health && new Set(query.health);
  const needle = query.q?.toLocaleLowerCase('en-US');
  const counts = emptyCounts();
  const found: IndexedObject[] = [];
  for (const branch of branches) {
    if (!matches(branch, needle, query.owner)) continue;
    const { health } = branch.row.assessment;
    counts[health] += 1;
    if (!wanted || wanted.has(health)) found.push(branch);
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
  };
}

function matches(
  { row, object }: IndexedObject,
  needle: string | undefined,
  owner: string | undefined,
): boolean {
  const { spec } = object as BranchObject;
  if (owner !== undefined && spec.owner !== owner) return false;
  return (
    needle === undefined ||
    row.name.toLocaleLowerCase('en-US').includes(needle) ||
    (spec.purpose?.toLocaleLowerCase('en-US').includes(needle) ?? false)
  );
}
