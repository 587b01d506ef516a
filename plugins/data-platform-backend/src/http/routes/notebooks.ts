import { NotFoundError } from '@backstage/errors';
import {
  NotebookServerDetail,
  NotebookServerPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { Router } from 'express';
import { NotebookQuery } from '../../notebooks/list/NotebookQuery';
import { Viewer } from '../../permissions/Viewer';
import { IndexedResource } from '../../store/types';
import { availableTo } from '../availableTo';
import { RouterDeps } from '../deps';
import { sendJson } from '../etag';
import { lifeOf } from '../lifeOf';
import { queryOf, ref, scopeOf } from '../query';

/** GET /v1/notebook-servers, /v1/notebook-servers/{namespace}/{name} and /v1/notebook-options. */
export function addNotebookRoutes(router: Router, deps: RouterDeps): void {
  const { index, sources, viewers, notebooks } = deps;
  const warming = () => sources.warming() || index.settling;

  router.get('/v1/notebook-servers', async (req, res) => {
    const viewer = await viewers.of(req);
    const query = queryOf('/v1/notebook-servers', req);
    const wanted: NotebookQuery = {
      ...scopeOf({ domainRef: query.domainRef }),
      ...(query.ownerRef && { ownerRef: ref('ownerRef', query.ownerRef) }),
      mine: query.mine,
      source: query.source,
      q: query.q,
      state: query.state,
      sort: query.sort ?? 'name',
      limit: query.limit ?? 50,
      offset: query.offset ?? 0,
    };
    const page: NotebookServerPage = {
      ...notebooks.servers.list(wanted, viewer),
      version: index.version,
      warming: warming(),
      generatedAt: minuteOf(deps.clock.now()),
    };
    sendJson(req, res, viewer, index.epoch, page);
  });

  router.get('/v1/notebook-servers/:namespace/:name', async (req, res) => {
    const viewer = await viewers.of(req);
    const { namespace, name } = req.params;
    const entityRef = ref('name', `resource:${namespace}/${name}`);
    const resource = visibleServer(deps, entityRef, viewer);
    const detail = deps.detail(resource.row.id);
    const told =
      detail &&
      notebooks.servers.detail(
        resource,
        {
          ...detail,
          operations: availableTo(
            viewer,
            resource.row,
            deps.resourceOperations(resource),
          ),
        },
        viewer,
      );
    if (!told) throw absent(entityRef);
    const body: NotebookServerDetail = {
      ...told,
      version: index.version,
      warming: warming(),
    };
    sendJson(req, res, viewer, index.epoch, body);
  });

  router.get('/v1/notebook-options', async (req, res) => {
    const viewer = await viewers.of(req);
    const query = queryOf('/v1/notebook-options', req);
    const domainRef = ref('domainRef', query.domainRef);
    const options = await notebooks.options.read(
      { domainRef, source: query.source, namespace: query.namespace },
      viewer,
      lifeOf(res, viewer, deps),
    );
    res.setHeader('Cache-Control', 'private, no-store');
    res.json(options);
  });
}

/** Hours and costs grow all the time: told by the minute, so that a page that nothing has changed on stays the same. */
function minuteOf(now: number): string {
  return new Date(Math.floor(now / 60_000) * 60_000).toISOString();
}

/** @throws NotFoundError - also where it exists but may not be seen: nobody learns which */
function visibleServer(
  { index }: RouterDeps,
  entityRef: string,
  viewer: Viewer,
): IndexedResource {
  const [found] = index
    .select({ entityRef }, viewer.read.allows)
    .filter(({ workbench }) => workbench !== undefined);
  if (found) return found;
  throw absent(entityRef);
}

function absent(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no live notebook server for ${entityRef}. It may have been deleted, or its cluster has not been read yet.`,
  );
}
