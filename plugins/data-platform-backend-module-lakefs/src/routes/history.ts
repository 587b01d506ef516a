import {
  LakefsHistory,
  LakefsHistoryItem,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  IndexedObject,
  SystemViewer,
} from '@millrace/backstage-plugin-data-platform-node';
import { Router } from 'express';
import { z } from 'zod';
import { LakefsError } from '../client/LakefsError';
import {
  BranchObject,
  KIND_BRANCH,
  KIND_REPOSITORY,
  RepositoryObject,
} from '../model/objects';
import { inParallel } from '../read/inParallel';
import { commitViews } from './commitViews';
import { Log, logsToRead } from './logsToRead';
import { numberParameter, queryOf } from './query';
import { goneSignal, RouteParts } from './RouteParts';

const DAY_MS = 86_400_000;
/** Commits read of one branch. */
const PAGE = 100;
const AT_A_TIME = 4;

const historyQuery = z.strictObject({
  entityRef: z.string().max(200).optional(),
  productRef: z.string().max(200).optional(),
  domainRef: z.string().max(200).optional(),
  days: numberParameter({ min: 1, max: 365, otherwise: 30 }),
  limit: numberParameter({ min: 1, max: 200, otherwise: 50 }),
});

/**
 * GET /history: who changed the data that counts, newest first: what was merged into, committed to and reverted on the default
 * and the protected branches of the repositories of a product, also without the portal.
 */
export function addHistoryRoute(router: Router, parts: RouteParts): void {
  const { host } = parts;

  router.get('/history', async (req, res) => {
    const viewer = await host.viewer(req);
    const { days, limit, ...scope } = queryOf(historyQuery, req);
    const repositories = host.select(
      { kind: KIND_REPOSITORY, ...scope },
      viewer,
    );
    const { logs, note } = logsToRead(repositories, each =>
      branchesOf(each, viewer, parts),
    );
    const since = Date.now() - days * DAY_MS;
    const signal = goneSignal(res);
    const items: LakefsHistoryItem[] = [];
    const problems = new Map<string, string>();
    let more = note !== undefined;
    await inParallel(logs, AT_A_TIME, async log => {
      try {
        const read = await readLog(log, since, parts, signal);
        items.push(...read.items);
        more ||= read.more;
      } catch (error) {
        if (!(error instanceof LakefsError)) throw error;
        problems.set(log.repository.row.name, error.message);
      }
    });
    items.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
    const history: LakefsHistory = {
      items: items.slice(0, limit),
      more: more || items.length > limit,
      ...(note && { note }),
      since,
      problems: [...problems].map(([repository, message]) => ({
        repository,
        message,
      })),
    };
    res.setHeader('Cache-Control', 'private, no-store');
    res.json(history);
  });
}

/** The default branch and those that are protected; of a server that is not configured any more none. */
function branchesOf(
  { row, object }: IndexedObject,
  viewer: SystemViewer,
  { host, sources }: RouteParts,
): string[] {
  if (!sources.some(({ name }) => name === row.source)) return [];
  const { defaultBranch } = (object as RepositoryObject).spec;
  const guarded = host
    .select(
      { kind: KIND_BRANCH, source: row.source, namespace: row.name },
      viewer,
    )
    .filter(branch => (branch.object as BranchObject).spec.protectedBy)
    .map(branch => branch.row.name)
    .sort();
  return [...new Set([defaultBranch, ...guarded])];
}

/** What happened on the branch itself: of a merge the merge alone. */
async function readLog(
  { repository: { row }, branch }: Log<IndexedObject>,
  since: number,
  { host, sources }: RouteParts,
  signal: AbortSignal,
): Promise<{ items: LakefsHistoryItem[]; more: boolean }> {
  const source = sources.find(({ name }) => name === row.source)!;
  const { results, pagination } = await source.client.log(row.name, branch, {
    signal,
    firstParent: true,
    amount: PAGE,
  });
  const recent = results.filter(each => each.creation_date * 1_000 >= since);
  const commits = await commitViews(recent, {
    ...{ host, repository: row.name, uiUrl: source.server.uiUrl },
  });
  const { entityRef, productRef } = row;
  return {
    items: commits.map(commit => ({
      ...commit,
      ...{ source: row.source, repository: row.name, branch },
      ...(entityRef && { entityRef }),
      ...(productRef && { productRef }),
    })),
    more: pagination.has_more && recent.length === results.length,
  };
}
