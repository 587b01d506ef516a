import { InputError } from '@backstage/errors';
import { Router } from 'express';
import { z } from 'zod';
import { isRef } from '../model/branchName';
import { MOST_CONFLICTS, readConflicts } from './readConflicts';
import { diffPage } from './diffGroups';
import { numberParameter, pathParameter, queryOf } from './query';
import { readDiffGroups } from './readDiffGroups';
import { RouteParts, visit } from './RouteParts';

/** A page may begin behind the longest path there is. */
const afterParameter = z.string().max(1_100);

const slice = {
  prefix: pathParameter.optional(),
  after: afterParameter.optional(),
  limit: numberParameter({ min: 1, max: 1_000, otherwise: 200 }),
  /** Folded at this: `/` for a tree. */
  delimiter: z.literal('/').optional(),
};

const ref = z.string().refine(isRef, 'is no branch, tag or commit');

const sides = {
  left: ref,
  right: ref,
  /** three_dot: what right changed since it parted from left, conflicts marked. two_dot: how they differ. */
  type: z.enum(['two_dot', 'three_dot']).default('three_dot'),
};

const diffQuery = z.strictObject({ ...slice, ...sides });

const groupsQuery = z.strictObject({
  ...sides,
  prefix: slice.prefix,
  after: slice.after,
});

const uncommittedQuery = z.strictObject({ ...slice, branch: ref });

const conflictsQuery = z.strictObject({
  source: ref,
  destination: ref,
  after: slice.after,
  limit: numberParameter({ min: 1, max: MOST_CONFLICTS, otherwise: 50 }),
});

/**
 * GET /repositories/{source}/{repository}/diff, /uncommitted (a page each, grouped by table), /diff-groups (the tables of
 * all of it) and /conflicts (what each side did to the objects that both changed).
 */
export function addDiffRoutes(router: Router, parts: RouteParts): void {
  const at = '/repositories/:source/:repository';

  router.get(`${at}/diff`, async (req, res) => {
    const { left, right, type, limit, ...below } = queryOf(diffQuery, req);
    const { client, repository, signal } = await visit(parts, req, res);
    const page = await client.diff(repository, left, right, {
      ...{ ...below, amount: limit },
      signal,
      type,
    });
    res.json(diffPage(page));
  });

  router.get(`${at}/diff-groups`, async (req, res) => {
    const query = queryOf(groupsQuery, req);
    const { left, right, type, prefix } = query;
    const { client, repository, signal } = await visit(parts, req, res);
    // What an object was before is seen where the two parted, not on the other side as it is now.
    const parted =
      type === 'three_dot' && query.after === undefined
        ? client.mergeBase(repository, right, left, { signal })
        : undefined;
    const [groups, base] = await Promise.all([
      readDiffGroups(
        page =>
          client.diff(repository, left, right, {
            ...{ ...page, prefix },
            type,
            signal,
          }),
        query.after,
      ),
      parted,
    ]);
    res.json({ ...groups, ...(base && { base: base.base_commit_id }) });
  });

  router.get(`${at}/uncommitted`, async (req, res) => {
    const { branch, limit, ...below } = queryOf(uncommittedQuery, req);
    const { client, repository, signal } = await visit(parts, req, res);
    const page = await client.uncommitted(repository, branch, {
      ...{ ...below, amount: limit },
      signal,
    });
    res.json(diffPage(page));
  });

  router.get(`${at}/conflicts`, async (req, res) => {
    const query = queryOf(conflictsQuery, req);
    if (query.source === query.destination) {
      throw new InputError('source and destination are the same.');
    }
    const { client, repository, signal } = await visit(parts, req, res);
    res.json(await readConflicts(client, { ...query, repository }, signal));
  });
}
