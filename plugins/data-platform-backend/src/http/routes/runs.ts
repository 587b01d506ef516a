import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { RouterDeps } from '../deps';
import { sendJson } from '../etag';
import { queryOf, scopeOf } from '../query';
import { visibleResource } from './resources';

/** GET /v1/runs and /v1/runs/{id}. */
export function addRunRoutes(router: Router, deps: RouterDeps): void {
  const { index, runs, viewers } = deps;

  router.get('/v1/runs', async (req, res) => {
    const viewer = await viewers.of(req);
    const query = queryOf('/v1/runs', req);
    const of = query.resourceId
      ? visibleResource(index, query.resourceId, viewer).row
      : undefined;
    const page = await runs.page(
      {
        ...scopeOf(query),
        ...(of && { source: of.source, uid: of.uid }),
        ...(query.series && { series: query.series }),
        outcome: query.outcome,
        before: query.before && new Date(query.before).toISOString(),
        limit: query.limit ?? 30,
      },
      viewer.read.allows,
    );
    sendJson(req, res, viewer, index.epoch, page);
  });

  router.get('/v1/runs/:id', async (req, res) => {
    const viewer = await viewers.of(req);
    const run = await runs.get(
      req.params.id,
      viewer.read.allows,
      viewer.logs.allows,
    );
    if (!run) {
      throw new NotFoundError(
        'There is no such run. It may be older than the portal keeps runs.',
      );
    }
    const executors = await deps.usage.of(run);
    sendJson(req, res, viewer, index.epoch, { ...run, executors });
  });
}
