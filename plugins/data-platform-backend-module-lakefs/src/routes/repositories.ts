import { Router } from 'express';
import { z } from 'zod';
import { KIND_REPOSITORY, RepositoryObject } from '../model/objects';
import { queryOf } from './query';
import { RouteParts, visit } from './RouteParts';

const listQuery = z.strictObject({
  entityRef: z.string().max(200).optional(),
});

const AMOUNT = 100;

/**
 * GET /repositories: those that the viewer may see; with `entityRef`, the one of an entity. GET
 * /repositories/{source}/{repository}/refs: tags, and deleted branches that can be restored.
 */
export function addRepositoryRoutes(router: Router, parts: RouteParts): void {
  const { host, records } = parts;

  router.get('/repositories', async (req, res) => {
    const viewer = await host.viewer(req);
    const { entityRef } = queryOf(listQuery, req);
    const found = host.select({ kind: KIND_REPOSITORY, entityRef }, viewer);
    const items = found
      .map(({ row, object, assessment }) => {
        const { spec, status } = object as RepositoryObject;
        return {
          resource: { ...row, assessment },
          source: row.source,
          repository: row.name,
          defaultBranch: spec.defaultBranch,
          readOnly: spec.readOnly,
          protection: spec.protection,
          branches: status.branches,
          waiting: status.waiting,
          uiUrl: spec.uiUrl,
          mayOperate: viewer.mayOperate({ ...row, nature: 'branch' }),
          /** lakeFS knows one user for everybody: the portal is the access control. */
          oneUser: true,
        };
      })
      .sort((a, b) => (a.repository < b.repository ? -1 : 1));
    res.json({ items, total: items.length });
  });

  router.get('/repositories/:source/:repository/refs', async (req, res) => {
    const { client, repository, source, signal } = await visit(parts, req, res);
    const [tags, deleted] = await Promise.all([
      client.tags(repository, { signal, amount: AMOUNT }),
      records.deleted(source.name, repository, AMOUNT),
    ]);
    res.json({
      tags: tags.results.map(({ id, commit_id: commit }) => ({ id, commit })),
      moreTags: tags.pagination.has_more,
      deleted: deleted.map(record => ({
        name: record.name,
        lastCommit: record.lastCommit,
        deletedAt: record.deletedAt,
        deletedBy: record.deletedBy,
        owner: record.owner,
        purpose: record.purpose,
      })),
    });
  });
}
