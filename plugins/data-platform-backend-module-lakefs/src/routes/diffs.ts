import { InputError } from '@backstage/errors';
import { Router } from 'express';
import { z } from 'zod';
import { Diff, Page } from '../client/types';
import { isRef } from '../model/branchName';
import { diffGroups } from './diffGroups';
import { numberParameter, pathParameter, queryOf } from './query';
import { RouteParts, visit, Visited } from './RouteParts';

const slice = {
  prefix: pathParameter.optional(),
  after: pathParameter.optional(),
  limit: numberParameter({ min: 1, max: 1_000, otherwise: 200 }),
  /** Folded at this: `/` for a tree. */
  delimiter: z.literal('/').optional(),
};

const ref = z.string().refine(isRef, 'is no branch, tag or commit');

const diffQuery = z.strictObject({
  ...slice,
  left: ref,
  right: ref,
  /** three_dot: what right changed since it parted from left, conflicts marked. two_dot: how they differ. */
  type: z.enum(['two_dot', 'three_dot']).default('three_dot'),
});

const uncommittedQuery = z.strictObject({ ...slice, branch: ref });

const conflictsQuery = z.strictObject({
  source: ref,
  destination: ref,
  after: pathParameter.optional(),
});

/** Conflicts told in one answer, and pages of the diff that are looked through for them. */
const MOST_CONFLICTS = 200;
const PAGE = 1_000;
const PAGES = 5;

/**
 * GET /repositories/{source}/{repository}/diff, /uncommitted (a page each, grouped by table), and /conflicts (what each side
 * did to the objects that both changed).
 */
export function addDiffRoutes(router: Router, parts: RouteParts): void {
  const at = '/repositories/:source/:repository';

  router.get(`${at}/diff`, async (req, res) => {
    const { left, right, type, ...query } = queryOf(diffQuery, req);
    const { client, repository, signal } = await visit(parts, req, res);
    const page = await client.diff(repository, left, right, {
      ...sliceOf(query),
      signal,
      type,
    });
    res.json(grouped(page));
  });

  router.get(`${at}/uncommitted`, async (req, res) => {
    const { branch, ...query } = queryOf(uncommittedQuery, req);
    const { client, repository, signal } = await visit(parts, req, res);
    const page = await client.uncommitted(repository, branch, {
      ...sliceOf(query),
      signal,
    });
    res.json(grouped(page));
  });

  router.get(`${at}/conflicts`, async (req, res) => {
    const query = queryOf(conflictsQuery, req);
    if (query.source === query.destination) {
      throw new InputError('source and destination are the same.');
    }
    res.json(await conflicts(await visit(parts, req, res), query));
  });
}

function sliceOf(query: {
  prefix?: string;
  after?: string;
  limit: number;
  delimiter?: string;
}) {
  const { limit, ...rest } = query;
  return { ...rest, amount: limit };
}

function grouped({ results, pagination }: Page<Diff>) {
  return {
    groups: diffGroups(results),
    count: results.length,
    ...(pagination.has_more && { next: pagination.next_offset }),
  };
}

/** Both diffs begin at the same merge base, so an object that both changed is in both. */
async function conflicts(
  { client, repository, signal }: Visited,
  query: z.infer<typeof conflictsQuery>,
) {
  const { source, destination } = query;
  const found: Diff[] = [];
  let { after } = query;
  let more = true;
  for (let page = 0; more && page < PAGES; page += 1) {
    const { results, pagination } = await client.diff(
      repository,
      destination,
      source,
      { signal, type: 'three_dot', amount: PAGE, after },
    );
    found.push(...results.filter(({ type }) => type === 'conflict'));
    more = pagination.has_more;
    after = pagination.next_offset;
    if (found.length >= MOST_CONFLICTS) break;
  }
  const { base_commit_id: base } = await client.mergeBase(
    repository,
    source,
    destination,
    { signal },
  );
  const items = await Promise.all(
    found.slice(0, MOST_CONFLICTS).map(async ({ path }) => {
      const side = (head: string) =>
        sideOf({ client, repository, signal }, base, head, path);
      return {
        path,
        source: await side(source),
        destination: await side(destination),
      };
    }),
  );
  return { base, items, ...(more && { next: after }) };
}

/** What one side did to an object since the two parted. */
async function sideOf(
  {
    client,
    repository,
    signal,
  }: Pick<Visited, 'client' | 'repository' | 'signal'>,
  base: string,
  head: string,
  path: string,
): Promise<{ did: string; sizeBytes?: number }> {
  const { results } = await client.diff(repository, base, head, {
    signal,
    type: 'two_dot',
    prefix: path,
    amount: 1,
  });
  const found = results.find(each => each.path === path);
  return {
    did: found?.type ?? 'unchanged',
    ...(found?.size_bytes !== undefined && { sizeBytes: found.size_bytes }),
  };
}
