import { Router } from 'express';
import { RouterDeps } from '../deps';
import { sendJson } from '../etag';

/**
 * GET /v1/sources and /v1/presets. Whoever sees something of a source is told how its operators do; their sentences
 * name no object.
 */
export function addSourceRoutes(router: Router, deps: RouterDeps): void {
  const { index, sources, viewers } = deps;

  router.get('/v1/sources', async (req, res) => {
    const viewer = await viewers.of(req);
    const items = sources.list().map(source => {
      const operators = deps.operators(source.name);
      return operators.length > 0 && index.sees(source.name, viewer.read.allows)
        ? { ...source, operators: [...operators] }
        : source;
    });
    sendJson(req, res, viewer, index.epoch, { items });
  });

  router.get('/v1/presets', async (req, res) => {
    const viewer = await viewers.of(req);
    sendJson(req, res, viewer, index.epoch, deps.presets());
  });
}
