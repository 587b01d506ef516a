import { Branch } from '../model/Branch';
import { Commit } from '../model/Commit';
import { badRequest, notFound } from '../model/LakeFsError';
import { Repository } from '../model/Repository';
import { invalidRef, ParsedRef, parseRef, RefModifier } from './parseRef';

/** What a ref stands for. */
export interface ResolvedRef {
  commitId: string;
  /** Set when what is staged on this branch belongs to it. */
  branch?: Branch;
  /** Whether it was asked for with `$`. */
  staging: boolean;
}

const HEX = /^[a-f0-9]{1,64}$/i;

/**
 * Finds what a ref stands for: a full commit id, a branch, a tag, the unique beginning of a commit id; then its modifiers.
 *
 * @throws LakeFsError 400 for a ref that cannot be parsed, 404 for one that leads nowhere
 */
export function resolveRef(repository: Repository, ref: string): ResolvedRef {
  const parsed = parseRef(ref);
  const base = resolveBase(repository, parsed);
  const { modifiers } = parsed;
  if (modifiers.length === 0) return { ...base, staging: false };
  let { commitId } = base;
  for (const { type, amount } of modifiers) {
    if (type === '@' || type === '$') {
      if (!base.branch || modifiers.length !== 1) throw invalidRef();
      const staging = type === '$';
      return { commitId, staging, branch: staging ? base.branch : undefined };
    }
    commitId = step(repository, commitId, { type, amount });
  }
  return { commitId, staging: false };
}

/**
 * The commit of a ref.
 *
 * @throws LakeFsError 400 also for a ref to what is staged, which is no commit
 */
export function resolveCommit(repository: Repository, ref: string): Commit {
  const { commitId, staging } = resolveRef(repository, ref);
  if (staging) {
    throw badRequest(
      `reference '${ref}': reference to staging area with $ is not a commit`,
    );
  }
  return repository.commit(commitId);
}

function resolveBase(
  repository: Repository,
  { base }: ParsedRef,
): { commitId: string; branch?: Branch } {
  if (base.length === 64 && HEX.test(base) && repository.commits.has(base)) {
    return { commitId: base };
  }
  const branch = repository.branches.get(base);
  if (branch) return { commitId: branch.commitId, branch };
  const tag = repository.tags.get(base);
  if (tag) return { commitId: tag };
  if (HEX.test(base)) {
    const [first, second] = repository.commits.list('', base.toLowerCase());
    if (first && !second) return { commitId: first[0] };
  }
  throw notFound();
}

function step(
  repository: Repository,
  from: string,
  { type, amount }: RefModifier,
): string {
  if (type === '^') {
    if (amount === 0) return from;
    const { parents } = repository.commit(from);
    if (amount > parents.length) throw invalidRef();
    return parents[amount - 1];
  }
  let id = from;
  for (let left = amount; left > 0; left--) {
    const [parent] = repository.commit(id).parents;
    if (!parent) throw notFound();
    id = parent;
  }
  return id;
}
