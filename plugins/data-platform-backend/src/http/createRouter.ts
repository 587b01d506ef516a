import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import express, { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { RouterDeps } from './deps';
import { createErrorHandler } from './errorHandler';
import { addApprovalRoutes } from './routes/approvals';
import { addAdoptionRoute } from './routes/adoption';
import { addCatalogEntityRoute } from './routes/catalogEntities';
import { addDomainRoutes } from './routes/domains';
import { addJobRoute } from './routes/jobs';
import { addLogRoute } from './routes/logs';
import { addManifestRoute } from './routes/manifest';
import { addNotebookRoutes } from './routes/notebooks';
import { addOperationRoutes } from './routes/operations';
import { addResourceRoutes } from './routes/resources';
import { addRunRoutes } from './routes/runs';
import { addSourceRoutes } from './routes/sources';
import { addStreamRoute } from './routes/stream';
import { addSummaryRoute } from './routes/summary';
import { addSystemRoutes } from './routes/systems';
import { readableProblems } from './readableProblems';
import { requestSpec, servedSpec } from './requestSpec';

const BODY_LIMIT = '1mb';
const DOCUMENT = '/openapi.json';
const passOn: RequestHandler = (_req, _res, next) => next();

/**
 * All routes of the OpenAPI document. Requests to the plugin's own are checked against it; those of systems check their own
 * input, and answers are checked by tests alone.
 */
export function createRouter(
  deps: RouterDeps,
  systems: readonly ResourceSystem[] = [],
): Router {
  const validated = createValidatedOpenApiRouter(requestSpec(), {
    middleware: [passOn],
    // A test does, once for all.
    validatorOptions: { validateApiSpec: false },
  }) as unknown as Router;
  addResourceRoutes(validated, deps);
  addLogRoute(validated, deps);
  addManifestRoute(validated, deps);
  addRunRoutes(validated, deps);
  addSummaryRoute(validated, deps);
  addJobRoute(validated, deps);
  addDomainRoutes(validated, deps);
  addAdoptionRoute(validated, deps);
  addNotebookRoutes(validated, deps);
  addSourceRoutes(validated, deps);
  addStreamRoute(validated, deps);
  addOperationRoutes(validated, deps);
  addApprovalRoutes(validated, deps);
  addCatalogEntityRoute(validated, deps);

  const router = PromiseRouter();
  // Outside the validated router, which turns every error of its middleware into a 400: too large must stay 413.
  router.use(express.json({ limit: BODY_LIMIT }));
  // The validated router is not told of them ({@link requestSpec}) and answers what it is not told of with 404: they come first.
  addSystemRoutes(router, systems, deps);
  // The one that the validated router serves is cut down.
  router.get(DOCUMENT, (req, res) => {
    res.json(servedSpec(req.originalUrl.split(DOCUMENT, 1)[0]));
  });
  router.use(validated);
  router.use(readableProblems);
  router.use(createErrorHandler(deps.logger));
  return router;
}
