import {
  RouteHandler,
  SystemHost,
} from '@millrace/backstage-plugin-data-platform-node';
import PromiseRouter from 'express-promise-router';
import { LakefsSource } from '../LakefsSource';
import { BranchRecords } from '../records/BranchRecords';
import { addBranchRoutes } from './branches';
import { addCheckRoutes } from './checks';
import { addCommitRoutes } from './commits';
import { addDiffRoutes } from './diffs';
import { answerLakefsErrors } from './asRouteError';
import { addHistoryRoute } from './history';
import { addObjectRoutes } from './objects';
import { addRefRoutes } from './refs';
import { addRepositoryRoutes } from './repositories';
import { RouteParts } from './RouteParts';
import { addWebhookRoute } from './webhook';

/** All routes below `/v1/lakefs`. */
export function createRoutes(
  host: SystemHost,
  sources: readonly LakefsSource[],
  records: BranchRecords,
): RouteHandler {
  const router = PromiseRouter();
  const parts: RouteParts = { host, sources, records };
  addWebhookRoute(router, sources);
  addRepositoryRoutes(router, parts);
  addBranchRoutes(router, parts);
  addRefRoutes(router, parts);
  addHistoryRoute(router, parts);
  addDiffRoutes(router, parts);
  addCommitRoutes(router, parts);
  addCheckRoutes(router, parts);
  addObjectRoutes(router, parts);
  router.use(answerLakefsErrors);
  return router;
}
