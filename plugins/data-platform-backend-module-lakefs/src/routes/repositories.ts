import {
  LakefsRepository,
  LakefsRepositoryPage,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  IndexedObject,
  SystemViewer,
} from '@millrace/backstage-plugin-data-platform-node';
import { Router } from 'express';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';
import { KIND_REPOSITORY, RepositoryObject } from '../model/objects';
import { queryOf } from './query';
import { RouteParts } from './RouteParts';

const listQuery = z.strictObject({
  entityRef: z.string().max(200).optional(),
  domainRef: z.string().max(200).optional(),
  productRef: z.string().max(200).optional(),
});

/** lakeFS knows one user for everybody who comes through the portal. */
const ONE_USER =
  'lakeFS knows one user for everybody who works here: this portal is the access control, and writes who did it into each commit. Whoever has a key of the server itself is not bound by it.';

/** GET /repositories: those that the viewer may see; with `entityRef`, the one of an entity. A read of the index. */
export function addRepositoryRoutes(
  router: Router,
  { host, sources }: RouteParts,
): void {
  router.get('/repositories', async (req, res) => {
    const viewer = await host.viewer(req);
    const query = queryOf(listQuery, req);
    const items = host
      .select({ kind: KIND_REPOSITORY, ...query }, viewer)
      .map(found => repositoryView(found, viewer, sources))
      .sort((a, b) => (a.repository < b.repository ? -1 : 1));
    const page: LakefsRepositoryPage = { items, total: items.length };
    res.setHeader('Cache-Control', 'private, no-cache');
    res.setHeader('Vary', 'Authorization');
    res.json(page);
  });
}

function repositoryView(
  { row, object, assessment }: IndexedObject,
  viewer: SystemViewer,
  sources: readonly LakefsSource[],
): LakefsRepository {
  const { spec, status } = object as RepositoryObject;
  const source = sources.find(({ name }) => name === row.source);
  return {
    resource: { ...row, assessment },
    source: row.source,
    ...(source?.title && { sourceTitle: source.title }),
    ...(source?.sandbox && { sandbox: true }),
    repository: row.name,
    defaultBranch: spec.defaultBranch,
    readOnly: spec.readOnly,
    ...(spec.protection && { protection: [...spec.protection] }),
    branches: status.branches,
    truncated: status.truncated,
    waiting: status.waiting,
    uiUrl: spec.uiUrl,
    mayOperate: viewer.mayOperate({ ...row, nature: 'branch' }),
    oneUser: true,
    note: ONE_USER,
  };
}
