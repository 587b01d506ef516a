import { NotFoundError } from '@backstage/errors';
import { ResourcePage } from '@millrace/backstage-plugin-data-platform-common';
import { Router } from 'express';
import { Viewer } from '../../permissions/Viewer';
import { IndexedResource, ResourceIndex } from '../../store/types';
import { availableTo } from '../availableTo';
import { RouterDeps } from '../deps';
import { sameEdition, sendJson } from '../etag';
import { healths, queryOf, scopeOf } from '../query';

/** GET /v1/resources and /v1/resources/{id}. */
export function addResourceRoutes(router: Router, deps: RouterDeps): void {
  const { index, sources, viewers } = deps;

  router.get('/v1/resources', async (req, res) => {
    const viewer = await viewers.of(req);
    const query = queryOf('/v1/resources', req);
    const health = healths(query.health);
    const scope = scopeOf(query);
    const warming = sources.warming() || index.settling;
    const { epoch, version } = index;
    if (sameEdition(req, res, viewer, { epoch, version, also: warming })) {
      return;
    }
    const { items, total, counts } = index.query(
      {
        ...scope,
        source: query.source,
        namespace: query.namespace,
        kind: query.kind,
        nature: query.nature,
        health,
        q: query.q,
        sort: query.sort ?? 'severity',
        order: query.order ?? 'asc',
        limit: query.limit ?? 50,
        offset: query.offset ?? 0,
      },
      viewer.read.allows,
    );
    const page: ResourcePage = {
      items: [...items],
      total,
      counts,
      version,
      warming,
    };
    res.json(page);
  });

  router.get('/v1/resources/:id', async (req, res) => {
    const viewer = await viewers.of(req);
    const resource = visibleResource(index, req.params.id, viewer);
    sendJson(req, res, viewer, index.epoch, {
      ...deps.detail(resource.row.id),
      operations: availableTo(
        viewer,
        resource.row,
        deps.resourceOperations(resource),
      ),
    });
  });
}

/**
 * A live object that the viewer may see.
 * @throws NotFoundError - also where it exists but may not be seen: nobody learns which
 */
export function visibleResource(
  index: ResourceIndex,
  id: string,
  viewer: Viewer,
): IndexedResource {
  const resource = index.get(id);
  if (!resource || !viewer.read.allows(resource.row)) {
    throw new NotFoundError(
      'There is no such live object. It may have been deleted or have expired: its run is then in the history of its job.',
    );
  }
  return resource;
}
