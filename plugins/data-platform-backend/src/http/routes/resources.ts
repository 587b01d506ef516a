import { NotFoundError } from '@backstage/errors';
import { ResourcePage } from '@millrace/backstage-plugin-data-platform-common';
import { Router } from 'express';
import { Viewer } from '../../permissions/Viewer';
import { IndexedResource, ResourceIndex } from '../../store/types';
import { availableTo } from '../availableTo';
import { RouterDeps } from '../deps';
import { sameEdition, sendJson } from '../etag';
import { KeptPages } from '../KeptPages';
import { healths, queryOf, scopeOf } from '../query';

/** GET /v1/resources and /v1/resources/{id}. */
export function addResourceRoutes(router: Router, deps: RouterDeps): void {
  const { index, sources, viewers } = deps;
  const pages = new KeptPages();

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
    const read = (): ResourcePage => {
      const { items, total, counts, superseded } = index.query(
        {
          ...scope,
          source: query.source,
          namespace: query.namespace,
          kind: query.kind,
          nature: query.nature,
          exceptNature: query.exceptNature,
          health,
          superseded: query.superseded,
          q: query.q,
          sort: query.sort ?? 'severity',
          order: query.order ?? 'asc',
          limit: query.limit ?? 50,
          offset: query.offset ?? 0,
        },
        viewer.read.allows,
      );
      return {
        items: [...items],
        total,
        counts,
        superseded,
        version,
        warming,
      };
    };
    const edition = `${version} ${warming}`;
    const key = JSON.stringify([viewer.read.key, req.query]);
    res.type('application/json').send(pages.of(edition, key, read));
  });

  router.get('/v1/resources/:id', async (req, res) => {
    const viewer = await viewers.of(req);
    const resource = visibleResource(index, req.params.id, viewer);
    const detail = deps.detail(resource.row.id);
    const executors = await deps.usage.of({
      id: detail?.runId,
      resourceId: resource.row.id,
    });
    sendJson(req, res, viewer, index.epoch, {
      ...detail,
      executors,
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
