import { LakefsCommitPage } from '@millrace/backstage-plugin-data-platform-common';
import { Router } from 'express';
import { z } from 'zod';
import { isRef } from '../model/branchName';
import { commitViews } from './commitViews';
import { numberParameter, pathParameter, queryOf } from './query';
import { RouteParts, visit } from './RouteParts';

const logQuery = z.strictObject({
  ref: z.string().refine(isRef, 'is no branch, tag or commit'),
  path: pathParameter.min(1).optional(),
  after: z.string().max(64).optional(),
  limit: numberParameter({ min: 1, max: 200, otherwise: 50 }),
});

/** GET /repositories/{source}/{repository}/commits: the log of a ref, newest first, with who did it in the portal. */
export function addCommitRoutes(router: Router, parts: RouteParts): void {
  router.get('/repositories/:source/:repository/commits', async (req, res) => {
    const { ref, path, after, limit } = queryOf(logQuery, req);
    const visited = await visit(parts, req, res);
    const { client, repository, signal, source } = visited;
    const { results, pagination } = await client.log(repository, ref, {
      signal,
      after,
      objects: path,
      amount: limit,
    });
    const { has_more: more, next_offset: next } = pagination;
    const page: LakefsCommitPage = {
      items: await commitViews(results, {
        host: parts.host,
        repository,
        uiUrl: source.server.uiUrl,
      }),
      ...(more && { next }),
    };
    res.json(page);
  });
}
