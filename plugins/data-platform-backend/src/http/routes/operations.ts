import { NotFoundError } from '@backstage/errors';
import {
  Operation,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { Router } from 'express';
import { Caller } from '../../operations/types';
import { Viewer } from '../../permissions/Viewer';
import { RouterDeps } from '../deps';
import { lifeOf } from '../lifeOf';
import { queryOf, ref, scopeOf } from '../query';

/** Beyond so many, only what is asked for by its ref is told of others. */
const MOST_OWNED = 2_000;

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
    const { entityRef, productRef, domainRef } = scopeOf(query);
    const whole = productRef ?? domainRef;
    const everyone = viewer.may.readOperations;
    const page = await operations.list({
      entityRef,
      limit: query.limit ?? 50,
      ...(whole && { within: whole, entityRefs: withParts(whole, deps) }),
      ...(query.actor && { actor: ref('actor', query.actor) }),
      ...(query.operation && { operations: query.operation.split(',') }),
      ...(query.state && { state: query.state }),
      ...(query.q && { q: query.q }),
      ...(query.before && { before: Date.parse(query.before) }),
      ...(!everyone && {
        visible: {
          actor: viewer.userRef,
          entityRefs: ownedBy(viewer, deps, entityRef),
          ownerRefs: viewer.ownershipRefs,
        },
      }),
    });
    res.setHeader('Cache-Control', 'private, no-store');
    res.json({
      items: page.items,
      everyone,
      ...(page.nextBefore && {
        nextBefore: new Date(page.nextBefore).toISOString(),
      }),
    });
  });

  router.get('/v1/operations/:id', async (req, res) => {
    const viewer = await viewers.of(req);
    const { wait } = queryOf('/v1/operations/{id}', req);
    const found = await operations.get(req.params.id);
    if (!found || !mayReadOperation(deps, viewer, found)) {
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

/** A product or domain, and all that are parts of it, at most so many. */
function withParts(
  whole: string,
  { entities }: Pick<RouterDeps, 'entities'>,
): string[] {
  const parts = entities.partsOf(whole).map(({ entityRef }) => entityRef);
  return [whole, ...parts].slice(0, MOST_OWNED);
}

/** The person, as operations know them. */
export function callerOf(viewer: Viewer): Caller {
  const { userRef, groups, ownershipRefs, credentials } = viewer;
  return { actor: { userRef, groups, ownershipRefs }, credentials };
}

/** One's own, what was done to what is one's own, and everything for who may read all. */
export function mayReadOperation(
  deps: Pick<RouterDeps, 'entities'>,
  viewer: Viewer,
  { actor, entityRef = '', ownerRef = '' }: Operation,
): boolean {
  return (
    viewer.may.readOperations ||
    actor === viewer.userRef ||
    viewer.ownershipRefs.includes(ownerRef) ||
    ownedBy(viewer, deps, entityRef).length > 0
  );
}

/** Entities of which the person may see what others did, because they are the person's own; at most so many. */
function ownedBy(
  { ownershipRefs }: Viewer,
  { entities }: Pick<RouterDeps, 'entities'>,
  only: string | undefined,
): string[] {
  const owned = (known: { ownerRef?: string } | undefined) =>
    known?.ownerRef !== undefined && ownershipRefs.includes(known.ownerRef);
  if (only !== undefined) return owned(entities.get(only)) ? [only] : [];
  return [...entities.all()]
    .filter(owned)
    .slice(0, MOST_OWNED)
    .map(({ entityRef }) => entityRef);
}
