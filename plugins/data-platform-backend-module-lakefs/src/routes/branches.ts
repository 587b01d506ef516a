import { NotFoundError } from '@backstage/errors';
import { LakefsBranchPage } from '@millrace/backstage-plugin-data-platform-common';
import { IndexedObject } from '@millrace/backstage-plugin-data-platform-node';
import { Router } from 'express';
import { z } from 'zod';
import { KIND_BRANCH } from '../model/objects';
import { branchListQuery, branchPage } from './branchList';
import { branchDetail } from './BranchView';
import { numberParameter, queryOf } from './query';
import { RouteParts } from './RouteParts';

/** A page of runs that were started on a branch. */
const branchRunsQuery = z.strictObject({
  /** Runs that started before; RFC 3339. */
  before: z.iso
    .datetime({ offset: true })
    .transform(text => new Date(text).toISOString())
    .optional(),
  limit: numberParameter({ min: 1, max: 500, otherwise: 30 }),
});

/** GET /branches, GET /branches/{id} with the verdict and its evidence, and its runs. No lakeFS server is asked. */
export function addBranchRoutes(router: Router, { host }: RouteParts): void {
  router.get('/branches', async (req, res) => {
    const viewer = await host.viewer(req);
    const query = queryOf(branchListQuery, req);
    const now = Date.now();
    const warming = host.warming();
    // What is about to expire changes with the time alone.
    const minute =
      query.expiresWithinHours === undefined ? '' : Math.floor(now / 60_000);
    const etag = `W/"${host.edition()}.${warming}.${minute}.${viewer.tag}"`;
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
        domainRef: query.domainRef,
        productRef: query.productRef,
        source: query.source,
        namespace: query.repository,
      },
      viewer,
    );
    const page: LakefsBranchPage = {
      ...branchPage(branches, query, now),
      warming,
    };
    res.json(page);
  });

  router.get('/branches/:id', async (req, res) => {
    const viewer = await host.viewer(req);
    const found = branchSeen(host.get(req.params.id, viewer));
    res.setHeader('Cache-Control', 'private, no-cache');
    res.setHeader('Vary', 'Authorization');
    res.json(branchDetail(found, viewer));
  });

  router.get('/branches/:id/runs', async (req, res) => {
    const viewer = await host.viewer(req);
    const { before, limit } = queryOf(branchRunsQuery, req);
    const { row } = branchSeen(host.get(req.params.id, viewer));
    const runs = await host.runsOn(
      { source: row.source, repository: row.namespace ?? '', branch: row.name },
      { before, limit },
      viewer,
    );
    res.setHeader('Cache-Control', 'private, no-cache');
    res.setHeader('Vary', 'Authorization');
    res.json(runs);
  });
}

/** @throws NotFoundError */
function branchSeen(found: IndexedObject | undefined): IndexedObject {
  if (found?.row.kind === KIND_BRANCH) return found;
  throw new NotFoundError(
    'There is no such branch any more. It may have been merged and deleted.',
  );
}
