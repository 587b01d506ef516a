import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { NotFoundError } from '@backstage/errors';
import {
  OperationRequest,
  operationReadPermission,
} from '@millrace/backstage-plugin-data-platform-common';
import { Router } from 'express';
import { Caller } from '../../operations/types';
import { Viewer } from '../../permissions/Viewer';
import { RouterDeps } from '../deps';
import { lifeOf } from '../lifeOf';
import { queryOf, scopeOf } from '../query';

/** POST /v1/operations/plan, POST and GET /v1/operations, GET /v1/operations/{id}. */
export function addOperationRoutes(router: Router, deps: RouterDeps): void {
  const { operations, viewers } = deps;

  router.post('/v1/operations/plan', async (req, res) => {
    const viewer = await viewers.of(req);
    const request = req.body as OperationRequest;
    const signal = lifeOf(res, viewer, deps);
    res.json(await operations.plan(request, callerOf(viewer), signal));
  });

  router.post('/v1/operations', async (req, res) => {
    const viewer = await viewers.of(req);
    const request = req.body as OperationRequest;
    // Not bound to the life of the request: what has been accepted is not undone by a closed tab.
    const operation = await operations.start(
      request,
      callerOf(viewer),
      deps.shutdown,
    );
    res.status(202).json(operation);
  });

  router.get('/v1/operations', async (req, res) => {
    const viewer = await viewers.of(req);
    const query = queryOf('/v1/operations', req);
    const everyone = await mayReadAll(deps, viewer);
    const items = await operations.list({
      entityRef: scopeOf(query).entityRef,
      limit: query.limit ?? 50,
      ...(!everyone && { actor: viewer.userRef }),
    });
    res.setHeader('Cache-Control', 'private, no-store');
    res.json({ items });
  });

  router.get('/v1/operations/:id', async (req, res) => {
    const viewer = await viewers.of(req);
    const { wait } = queryOf('/v1/operations/{id}', req);
    const found = await operations.get(req.params.id);
    const visible =
      found &&
      (found.actor === viewer.userRef || (await mayReadAll(deps, viewer)));
    if (!visible) {
      throw new NotFoundError('There is no such operation.');
    }
    const operation = wait
      ? await operations.get(found.id, {
          waitMs: wait * 1000,
          signal: lifeOf(res, viewer, deps),
        })
      : found;
    res.setHeader('Cache-Control', 'private, no-store');
    res.json(operation ?? found);
  });
}

function callerOf(viewer: Viewer): Caller {
  const { userRef, groups, ownershipRefs, credentials } = viewer;
  return { actor: { userRef, groups, ownershipRefs }, credentials };
}

/** Everybody sees what they did themselves; what others did takes a permission. */
async function mayReadAll(deps: RouterDeps, viewer: Viewer): Promise<boolean> {
  const [decision] = await deps.permissions.authorize(
    [{ permission: operationReadPermission }],
    { credentials: viewer.credentials },
  );
  return decision.result === AuthorizeResult.ALLOW;
}
