import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { spec } from '@millrace/backstage-plugin-data-platform-common/openapi';
import express, { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { RouterDeps } from './deps';
import { createErrorHandler } from './errorHandler';
import { addAdoptionRoute } from './routes/adoption';
import { addCatalogEntityRoute } from './routes/catalogEntities';
import { addDomainRoute } from './routes/domains';
import { addJobRoute } from './routes/jobs';
import { addLogRoute } from './routes/logs';
import { addManifestRoute } from './routes/manifest';
import { addOperationRoutes } from './routes/operations';
import { addResourceRoutes } from './routes/resources';
import { addRunRoutes } from './routes/runs';
import { addSourceRoutes } from './routes/sources';
import { addStreamRoute } from './routes/stream';
import { addSummaryRoute } from './routes/summary';
import { readableProblems } from './readableProblems';

const BODY_LIMIT = '1mb';
const passOn: RequestHandler = (_req, _res, next) => next();

/** All routes of the OpenAPI document, checked against it. */
export function createRouter(deps: RouterDeps): Router {
  const validated = createValidatedOpenApiRouter(spec, {
    middleware: [passOn],
  }) as unknown as Router;
  addResourceRoutes(validated, deps);
  addLogRoute(validated, deps);
  addManifestRoute(validated, deps);
  addRunRoutes(validated, deps);
  addSummaryRoute(validated, deps);
  addJobRoute(validated, deps);
  addDomainRoute(validated, deps);
  addAdoptionRoute(validated, deps);
  addSourceRoutes(validated, deps);
  addStreamRoute(validated, deps);
  addOperationRoutes(validated, deps);
  addCatalogEntityRoute(validated, deps);

  const router = PromiseRouter();
  // Outside the validated router, which turns every error of its middleware into a 400: too large must stay 413.
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(validated);
  router.use(readableProblems);
  router.use(createErrorHandler(deps.logger));
  return router;
}
