import {
  LakefsConflict,
  LakefsConflictPage,
  LakefsConflictSide,
} from '@millrace/backstage-plugin-data-platform-common';
import { LakefsClient } from '../client/LakefsClient';
import { LakefsError } from '../client/LakefsError';
import { inParallel } from '../read/inParallel';
import { commitBrief } from '../read/inspectBranch';

/** Conflicts told in one answer, at most. */
export const MOST_CONFLICTS = 200;
/** Pages of the difference that are looked through for them. */
const PAGES = 5;
const PAGE = 1_000;
/** Requests for what each side did, at a time. */
const AT_A_TIME = 4;

/** Which conflicts of which merge. */
export interface ConflictQuery {
  repository: string;
  source: string;
  destination: string;
  after?: string;
  limit: number;
}

/** Objects that both sides have changed since they parted, with what each did and who did it last. */
export async function readConflicts(
  client: LakefsClient,
  query: ConflictQuery,
  signal: AbortSignal,
): Promise<LakefsConflictPage> {
  const { repository, source, destination } = query;
  const [{ paths, next }, { base_commit_id: base }] = await Promise.all([
    conflictPaths(client, query, signal),
    client.mergeBase(repository, source, destination, { signal }),
  ]);
  const side = (head: string, path: string) =>
    sideOf(client, { repository, base, head, path }, signal);
  const found = new Map<string, LakefsConflict>();
  await inParallel(paths, AT_A_TIME, async path => {
    found.set(path, {
      path,
      source: await side(source, path),
      destination: await side(destination, path),
    });
  });
  return {
    base,
    items: paths.flatMap(path => found.get(path) ?? []),
    searchedAll: next === undefined,
    ...(next !== undefined && { next }),
  };
}

async function conflictPaths(
  client: LakefsClient,
  query: ConflictQuery,
  signal: AbortSignal,
): Promise<{ paths: string[]; next?: string }> {
  const { repository, source, destination, limit } = query;
  const paths: string[] = [];
  let { after } = query;
  for (let pages = 1; ; pages += 1) {
    const { results, pagination } = await client.diff(
      repository,
      destination,
      source,
      { signal, type: 'three_dot', amount: PAGE, after },
    );
    for (const { path, type } of results) {
      if (type !== 'conflict') continue;
      // There is one more than fits: the next page begins behind the last that is told.
      if (paths.length === limit) return { paths, next: paths.at(-1) };
      paths.push(path);
    }
    if (!pagination.has_more) return { paths };
    after = pagination.next_offset;
    if (pages >= PAGES) return { paths, next: after };
  }
}

/** Both diffs begin at the same commit, so an object that both sides changed is in both. */
async function sideOf(
  client: LakefsClient,
  at: { repository: string; base: string; head: string; path: string },
  signal: AbortSignal,
): Promise<LakefsConflictSide> {
  const { repository, base, head, path } = at;
  const [{ results }, commit] = await Promise.all([
    client.diff(repository, base, head, {
      signal,
      type: 'two_dot',
      prefix: path,
      amount: 1,
    }),
    lastCommit(client, at, signal),
  ]);
  const found = results.find(each => each.path === path);
  const { type, size_bytes: sizeBytes } = found ?? {};
  const did =
    type === 'added' || type === 'removed' || type === 'changed'
      ? type
      : 'unchanged';
  return {
    did,
    ...(sizeBytes !== undefined && { sizeBytes }),
    ...(commit && { commit }),
  };
}

/** Who changed it last on that side; undefined where the server does not tell, for it is an addition alone. */
async function lastCommit(
  client: LakefsClient,
  at: { repository: string; base: string; head: string; path: string },
  signal: AbortSignal,
) {
  try {
    const { results } = await client.log(at.repository, at.head, {
      signal,
      stopAt: at.base,
      objects: at.path,
      amount: 1,
    });
    const [commit] = results;
    return commit && commit.id !== at.base ? commitBrief(commit) : undefined;
  } catch (error) {
    if (error instanceof LakefsError && !signal.aborted) return undefined;
    throw error;
  }
}
