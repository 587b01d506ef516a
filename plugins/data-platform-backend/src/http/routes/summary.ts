import { Router } from 'express';
import { RouterDeps } from '../deps';
import { sendJson } from '../etag';
import { queryOf, scopeOf } from '../query';

/** GET /v1/summary. */
export function addSummaryRoute(router: Router, deps: RouterDeps): void {
  const { index, summaries, viewers } = deps;

  router.get('/v1/summary', async (req, res) => {
    const viewer = await viewers.of(req);
    const scope = scopeOf(queryOf('/v1/summary', req));
    const summary = await summaries.read(scope, viewer.read);
    sendJson(req, res, viewer, index.epoch, summary);
  });
}
