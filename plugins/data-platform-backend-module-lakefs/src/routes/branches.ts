import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { KIND_BRANCH } from '../model/objects';
import { branchListQuery, branchPage } from './branchList';
import { branchView } from './BranchView';
import { queryOf } from './query';
import { RouteParts } from './RouteParts';

/** GET /branches, and GET /branches/{id} with the verdict and its evidence. Reads of the index: no server is asked. */
export function addBranchRoutes(router: Router, { host }: RouteParts): void {
  router.get('/branches', async (req, res) => {
    const viewer = await host.viewer(req);
    const query = queryOf(branchListQuery, req);
    const etag = `W/"${host.edition()}.${viewer.tag}"`;
    res.setHeader('Cache-Control', 'private, no-cache');
    res.setHeader('Vary', 'Authorization');
    res.setHeader('ETag', etag);
    if (req.headers['if-none-match'] === etag) {
      res.status(304).end();
      return;
    }
    const branches = host.select(
      {
        kind: KIND_BRANCH,
        entityRef: query.entityRef,
        source: query.source,
        namespace: query.repository,
      },
      viewer,
    );
    res.json(branchPage(branches, query));
  });

  router.get('/branches/:id', async (req, res) => {
    const viewer = await host.viewer(req);
    const found = host.get(req.params.id, viewer);
    if (!found || found.row.kind !== KIND_BRANCH) {
      throw new NotFoundError(
        'There is no such branch any more. It may have been merged and deleted.',
      );
    }
    res.json({ ...branchView(found), assessment: found.assessment });
  });
}
