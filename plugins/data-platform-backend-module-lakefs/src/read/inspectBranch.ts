import { LakefsClient } from '../client/LakefsClient';
import { Commit, Diff } from '../client/types';
import { BranchInsight, CommitBrief, Count } from '../model/objects';
import { META_USER } from '../model/metadataKeys';
import { readActionsChange } from './actionsChange';

/** Commits counted at most, each way. */
const MOST_COMMITS = 100;
const DIFF_PAGE = 1_000;
/** Pages of changes that are looked through for conflicts. */
const DIFF_PAGES = 3;
const CONFLICTS_KEPT = 20;

/** Which two commits are compared. */
export interface Comparison {
  repository: string;
  head: string;
  parentHead: string;
}

/** Same commits: nothing to ask. */
export function trivialInsight(head: string): BranchInsight {
  const none: Count = { n: 0, more: false };
  return {
    parentHead: head,
    base: head,
    ahead: none,
    behind: none,
    changes: none,
    conflicts: { ...none, paths: [] },
    actions: { dropped: [], changed: [], broken: [] },
  };
}

/**
 * Compares a branch with its parent, commit against commit, so that the answer holds however the branches move. At most
 * nine requests, the pages of a big diff included.
 */
export async function inspectBranch(
  client: LakefsClient,
  { repository, head, parentHead }: Comparison,
  signal: AbortSignal,
): Promise<BranchInsight> {
  const way = { signal };
  const { base_commit_id: base } = await client.mergeBase(
    repository,
    head,
    parentHead,
    way,
  );
  const [ahead, behind] = await Promise.all([
    commitsSince(client, repository, head, base, signal),
    commitsSince(client, repository, parentHead, base, signal),
  ]);
  const left = ahead.n > 0;
  const diff = left
    ? await readDiff(
        client,
        { repository, head, parentHead },
        behind.n > 0,
        signal,
      )
    : { changes: { n: 0, more: false }, conflicts: noConflicts() };
  return {
    parentHead,
    base,
    ahead,
    behind,
    ...diff,
    actions: left
      ? await readActionsChange(
          client,
          { repository, head, parentHead },
          signal,
        )
      : { dropped: [], changed: [], broken: [] },
  };
}

/** The log stops at the base, which it tells as well. */
async function commitsSince(
  client: LakefsClient,
  repository: string,
  ref: string,
  base: string,
  signal: AbortSignal,
): Promise<Count> {
  if (ref === base) return { n: 0, more: false };
  const { results } = await client.log(repository, ref, {
    signal,
    stopAt: base,
    firstParent: true,
    amount: MOST_COMMITS + 2,
  });
  const end = results.findIndex(({ id }) => id === base);
  const n = end < 0 ? results.length : end;
  return { n: Math.min(n, MOST_COMMITS), more: n > MOST_COMMITS };
}

async function readDiff(
  client: LakefsClient,
  { repository, head, parentHead }: Comparison,
  mayConflict: boolean,
  signal: AbortSignal,
): Promise<Pick<BranchInsight, 'changes' | 'conflicts'>> {
  const found: Diff[] = [];
  let seen = 0;
  let after: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const { results, pagination } = await client.diff(
      repository,
      parentHead,
      head,
      { signal, type: 'three_dot', amount: DIFF_PAGE, after },
    );
    seen += results.length;
    found.push(...results.filter(({ type }) => type === 'conflict'));
    const more = pagination.has_more;
    if (!more || !mayConflict || pages >= DIFF_PAGES) {
      return {
        changes: { n: seen, more },
        conflicts: {
          n: found.length,
          more: more && mayConflict,
          paths: found.slice(0, CONFLICTS_KEPT).map(({ path }) => path),
        },
      };
    }
    after = pagination.next_offset;
  }
}

function noConflicts(): BranchInsight['conflicts'] {
  return { n: 0, more: false, paths: [] };
}

const MOST_MESSAGE = 300;

/** What lists show of a commit. */
export function commitBrief(commit: Commit): CommitBrief {
  const metadata = commit.metadata ?? {};
  const [line] = commit.message.split('\n');
  return {
    id: commit.id,
    message: line.slice(0, MOST_MESSAGE),
    at: commit.creation_date * 1_000,
    committer: commit.committer,
    ...(metadata[META_USER] && { user: metadata[META_USER] }),
    metadata: ownKeys(metadata),
  };
}

/** Of the metadata of any commit only ours are kept: the rest may be large, and may hold anything. */
function ownKeys(
  metadata: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata)
      .filter(([key]) => key.startsWith('millrace.dev/'))
      .map(([key, value]) => [key, value.slice(0, MOST_MESSAGE)]),
  );
}
