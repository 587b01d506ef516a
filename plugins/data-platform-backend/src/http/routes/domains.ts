import { NotFoundError } from '@backstage/errors';
import { ANNOTATION_ADOPTED } from '@millrace/backstage-plugin-data-platform-common';
import { NATURES } from '../../permissions/natures';
import { Router } from 'express';
import { domainPage } from '../../rollup/domainPage';
import { domainDetail } from '../../rollup/domainDetail';
import { RouterDeps } from '../deps';
import { domainOperations } from '../entityOperations';
import { sendJson } from '../etag';
import { queryOf, ref } from '../query';

const DEFAULT_LIMIT = 50;

/** GET /v1/domains and /v1/domains/{namespace}/{name}. */
export function addDomainRoutes(router: Router, deps: RouterDeps): void {
  const { domains, entities, index, sources, viewers } = deps;

  router.get('/v1/domains', async (req, res) => {
    const viewer = await viewers.of(req);
    const { q, limit = DEFAULT_LIMIT } = queryOf('/v1/domains', req);
    sendJson(req, res, viewer, index.epoch, {
      ...domainPage({ q, limit }, viewer.read.allows, deps),
      warming: sources.warming() || entities.warming(),
    });
  });

  router.get('/v1/domains/:namespace/:name', async (req, res) => {
    const viewer = await viewers.of(req);
    const { namespace, name } = req.params;
    const entityRef = ref('name', `domain:${namespace}/${name}`);
    const entity = await entities.sought(entityRef);
    const placements = domains.placements(entityRef);
    const ownerRef = entity?.ownerRef;
    const visible = NATURES.some(nature =>
      viewer.read.allows({ ownerRef, domainRef: entityRef, nature }),
    );
    if ((!entity && placements.length === 0) || !visible) {
      throw new NotFoundError(
        `There is no data domain ${entityRef} on any cluster. Create it from its template, or label its namespace with millrace.dev/domain.`,
      );
    }
    const detail = domainDetail(
      entityRef,
      entity,
      placements,
      index,
      sources.list(),
      source => deps.connection(source)?.impersonationPrefix,
    );
    const registered = await deps.entityStore.get(entityRef);
    const operations = domainOperations(
      viewer,
      entity,
      domains.labelled().filter(each => each.domainRef === entityRef),
      {
        registeredHere: registered !== undefined,
        canBootstrap: source => deps.connection(source)?.canBootstrap ?? false,
      },
    );
    const adopted =
      registered?.metadata.annotations?.[ANNOTATION_ADOPTED] === 'true';
    sendJson(req, res, viewer, index.epoch, {
      ...detail,
      operations,
      ...(adopted && { adopted }),
    });
  });
}
