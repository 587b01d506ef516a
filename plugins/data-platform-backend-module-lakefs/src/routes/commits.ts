import { Router } from 'express';
import { z } from 'zod';
import { isRef } from '../model/branchName';
import { commitBrief } from '../read/inspectBranch';
import { numberParameter, queryOf } from './query';
import { RouteParts, visit } from './RouteParts';

const logQuery = z.strictObject({
  ref: z.string().refine(isRef, 'is no branch, tag or commit'),
  after: z.string().max(64).optional(),
  limit: numberParameter({ min: 1, max: 200, otherwise: 50 }),
});

/** GET /repositories/{source}/{repository}/commits: the log of a ref, newest first, with who did it in the portal. */
export function addCommitRoutes(router: Router, parts: RouteParts): void {
  router.get('/repositories/:source/:repository/commits', async (req, res) => {
    const { ref, after, limit } = queryOf(logQuery, req);
    const { client, repository, signal } = await visit(parts, req, res);
    const { results, pagination } = await client.log(repository, ref, {
      signal,
      after,
      amount: limit,
    });
    res.json({
      items: results.map(commit => ({
        ...commitBrief(commit),
        parents: commit.parents,
        isMerge: commit.parents.length > 1,
        fullMessage: commit.message.slice(0, 10_000),
      })),
      ...(pagination.has_more && { next: pagination.next_offset }),
    });
  });
}
