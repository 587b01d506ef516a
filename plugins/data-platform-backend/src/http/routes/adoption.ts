import { Router } from 'express';
import { RouterDeps } from '../deps';
import { sendJson } from '../etag';
import { queryOf, scopeOf } from '../query';

/** GET /v1/adoption. */
export function addAdoptionRoute(router: Router, deps: RouterDeps): void {
  const { adoption, index, viewers } = deps;

  router.get('/v1/adoption', async (req, res) => {
    const viewer = await viewers.of(req);
    const query = queryOf('/v1/adoption', req);
    const page = adoption.page(
      {
        domainRef: scopeOf(query).domainRef,
        source: query.source,
        namespace: query.namespace,
        q: query.q,
        limit: query.limit ?? 100,
        offset: query.offset ?? 0,
      },
      viewer.read.allows,
    );
    sendJson(req, res, viewer, index.epoch, page);
  });
}
