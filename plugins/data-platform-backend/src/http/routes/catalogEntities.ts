import { NotAllowedError } from '@backstage/errors';
import { Router } from 'express';
import { entityPage } from '../../entities/entityPage';
import { RouterDeps } from '../deps';
import { queryOf } from '../query';

/** The one service that may pull entities. */
const CATALOG = 'plugin:catalog';

/** GET /v1/catalog-entities: long poll of registered entities, for the catalog's provider alone. */
export function addCatalogEntityRoute(router: Router, deps: RouterDeps): void {
  router.get('/v1/catalog-entities', async (req, res) => {
    const { principal } = await deps.httpAuth.credentials(req, {
      allow: ['service'],
    });
    if (principal.subject !== CATALOG) {
      throw new NotAllowedError(
        `This route is for ${CATALOG} alone, not for ${principal.subject}.`,
      );
    }
    const query = queryOf('/v1/catalog-entities', req);
    const gone = new AbortController();
    res.once('close', () => gone.abort());
    const page = await entityPage(deps.entityStore, {
      after: query.after ?? 0,
      waitMs: (query.wait ?? 0) * 1000,
      limit: query.limit ?? 500,
      signal: AbortSignal.any([gone.signal, deps.shutdown]),
    });
    if (gone.signal.aborted) return;
    res.setHeader('Cache-Control', 'no-store');
    res.json(page);
  });
}
