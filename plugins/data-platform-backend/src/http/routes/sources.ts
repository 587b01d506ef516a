import { Router } from 'express';
import { RouterDeps } from '../deps';
import { sendJson } from '../etag';

/** GET /v1/sources and /v1/presets. */
export function addSourceRoutes(router: Router, deps: RouterDeps): void {
  const { index, sources, viewers } = deps;

  router.get('/v1/sources', async (req, res) => {
    const viewer = await viewers.of(req);
    sendJson(req, res, viewer, index.epoch, { items: sources.list() });
  });

  router.get('/v1/presets', async (req, res) => {
    const viewer = await viewers.of(req);
    sendJson(req, res, viewer, index.epoch, deps.presets());
  });
}
