import { NotFoundError } from '@backstage/errors';
import { maskSecrets } from '@millrace/backstage-plugin-data-platform-common';
import { Router } from 'express';
import { stringify } from 'yaml';
import { impersonate } from '../../clusters/impersonate';
import { IndexedResource } from '../../store/types';
import { clusterRefusal } from '../clusterRefusal';
import { RouterDeps } from '../deps';
import { lifeOf } from '../lifeOf';
import { connectionOf } from './logs';
import { visibleResource } from './resources';

/** Holds the whole object again, with what was masked. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** GET /v1/resources/{id}/manifest: the object as the cluster has it, read as the person who asks. */
export function addManifestRoute(router: Router, deps: RouterDeps): void {
  router.get('/v1/resources/:id/manifest', async (req, res) => {
    const viewer = await deps.viewers.of(req);
    const resource = visibleResource(deps.index, req.params.id, viewer);
    const { row } = resource;
    const cluster = connectionOf(deps, row.source);
    const as = impersonate(
      viewer.userRef,
      viewer.groups,
      cluster.impersonationPrefix,
    );
    const answer = await cluster.request({
      path: pathOf(resource),
      as,
      signal: lifeOf(res, viewer, deps),
    });
    const what = `${row.kind} ${[row.namespace, row.name]
      .filter(Boolean)
      .join('/')}`;
    if (answer.status !== 200) {
      throw await clusterRefusal(answer, { cluster: cluster.name, what, as });
    }
    const object = (await answer.json()) as ManifestObject;
    if (object.metadata?.uid !== row.uid) {
      throw new NotFoundError(
        `${what} has been deleted on cluster ${row.source} and made anew under its name. Reload the page.`,
      );
    }
    res.setHeader('Cache-Control', 'private, no-cache');
    res.type('application/yaml').send(stringify(shown(object)));
  });
}

interface ManifestObject {
  metadata?: {
    uid?: string;
    managedFields?: unknown;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

function pathOf({ row, definition }: IndexedResource): string {
  const base = row.group ? `/apis/${row.apiVersion}` : `/api/${row.apiVersion}`;
  const within = row.namespace
    ? `/namespaces/${encodeURIComponent(row.namespace)}`
    : '';
  return `${base}${within}/${definition.match.plural}/${encodeURIComponent(
    row.name,
  )}`;
}

function shown(object: ManifestObject): unknown {
  const { managedFields: _fields, ...metadata } = object.metadata ?? {};
  const { [LAST_APPLIED]: _applied, ...annotations } =
    metadata.annotations ?? {};
  return maskSecrets({
    ...object,
    metadata: {
      ...metadata,
      ...(Object.keys(annotations).length > 0
        ? { annotations }
        : { annotations: undefined }),
    },
  });
}
