import {
  LakefsDeletedBranch,
  LakefsDeletedBranchPage,
  LakefsRef,
  LakefsRefs,
} from '@millrace/backstage-plugin-data-platform-common';
import { IndexedObject } from '@millrace/backstage-plugin-data-platform-node';
import { Router } from 'express';
import { z } from 'zod';
import { Ref } from '../client/types';
import { BranchObject, KIND_BRANCH } from '../model/objects';
import { BranchRecord } from '../records/BranchRecord';
import { numberParameter, queryOf } from './query';
import { RouteParts, visit } from './RouteParts';

const refsQuery = z.strictObject({
  q: z.string().max(200).optional(),
  limit: numberParameter({ min: 1, max: 200, otherwise: 100 }),
  /** Tags after this one. */
  after: z.string().max(1_000).optional(),
});

const deletedQuery = z.strictObject({
  q: z.string().max(200).optional(),
  limit: numberParameter({ min: 1, max: 200, otherwise: 50 }),
  offset: numberParameter({ min: 0, max: 100_000, otherwise: 0 }),
});

/**
 * GET .../refs: branches (of the index), tags (of the server) and deleted branches (of the portal's record) to choose from.
 * GET .../deleted: the latter, page by page.
 */
export function addRefRoutes(router: Router, parts: RouteParts): void {
  const { records, host } = parts;
  const at = '/repositories/:source/:repository';

  router.get(`${at}/refs`, async (req, res) => {
    const { q, limit, after } = queryOf(refsQuery, req);
    const visited = await visit(parts, req, res);
    const { client, repository, source, signal, viewer } = visited;
    const [tags, deleted] = await Promise.all([
      client.tags(repository, { signal, amount: limit, after, prefix: q }),
      records.deleted(source.name, repository, { q, limit }),
    ]);
    const branches = branchesLike(
      host.select(
        { kind: KIND_BRANCH, source: source.name, namespace: repository },
        viewer,
      ),
      q,
    );
    const { has_more: moreTags, next_offset: nextTag } = tags.pagination;
    const refs: LakefsRefs = {
      branches: branches.slice(0, limit).map(branchRef),
      moreBranches: branches.length > limit,
      tags: tags.results.map(tagRef),
      moreTags,
      ...(moreTags && { nextTag }),
      deleted: deleted.flatMap(deletedBranch),
    };
    res.json(refs);
  });

  router.get(`${at}/deleted`, async (req, res) => {
    const { q, limit, offset } = queryOf(deletedQuery, req);
    const { repository, source } = await visit(parts, req, res);
    const [found, total] = await Promise.all([
      records.deleted(source.name, repository, { q, limit, offset }),
      records.countDeleted(source.name, repository, q),
    ]);
    const page: LakefsDeletedBranchPage = {
      items: found.flatMap(deletedBranch),
      total,
    };
    res.json(page);
  });
}

/** Those whose name begins with the text come first, then those that contain it; each by name. */
function branchesLike(
  branches: readonly IndexedObject[],
  q: string | undefined,
): IndexedObject[] {
  const needle = q?.toLocaleLowerCase('en-US') ?? '';
  return branches
    .map(branch => ({
      branch,
      name: branch.row.name,
      at: branch.row.name.toLocaleLowerCase('en-US').indexOf(needle),
    }))
    .filter(({ at }) => at >= 0)
    .sort(
      (a, b) =>
        Math.min(a.at, 1) - Math.min(b.at, 1) || (a.name < b.name ? -1 : 1),
    )
    .map(({ branch }) => branch);
}

function branchRef({ row, object }: IndexedObject): LakefsRef {
  const { spec, status } = object as BranchObject;
  return {
    type: 'branch',
    name: row.name,
    commit: status.head,
    resourceId: row.id,
    ...(spec.protectedBy && { protectedBy: spec.protectedBy }),
  };
}

function tagRef({ id, commit_id: commit }: Ref): LakefsRef {
  return { type: 'tag', name: id, commit };
}

/** Without a commit on record nothing can be restored. */
function deletedBranch(record: BranchRecord): LakefsDeletedBranch[] {
  const { name, lastCommit, deletedAt, deletedBy, owner, purpose } = record;
  return lastCommit !== undefined && deletedAt !== undefined
    ? [
        {
          ...{ name, lastCommit, deletedAt },
          ...(deletedBy && { deletedBy }),
          ...(owner && { owner }),
          ...(purpose && { purpose }),
        },
      ]
    : [];
}
