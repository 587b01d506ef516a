import { ConflictError } from '@backstage/errors';
import { LakefsClient } from '../client/LakefsClient';
import { hasStatus, LakefsError } from '../client/LakefsError';
import { Performer } from './CallParts';

/** The head of a branch; undefined where there is none. */
export async function headOf(
  client: LakefsClient,
  repository: string,
  branch: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return (await client.branch(repository, branch, { signal })).commit_id;
  } catch (error) {
    if (error instanceof LakefsError && error.isAbsent) return undefined;
    throw error;
  }
}

export interface BranchCreateValues {
  repository: string;
  name: string;
  /** As the person named it: a branch, a tag, a commit. */
  source: string;
  /** The commit that it meant when it was planned. */
  commit: string;
  owner?: string;
  purpose?: string;
  expiresAt?: number;
}

/** Makes a branch. The record goes first, so that a branch whose answer was lost is known to be ours. */
export const performBranchCreate: Performer<BranchCreateValues> = async (
  values,
  { actor, operationId, now, signal },
  { client, records, server },
) => {
  const { repository, name, commit } = values;
  const key = { server: server.name, repository, name };
  const output = { branch: name, commit };
  const taken = () =>
    new ConflictError(
      `Branch ${name} of ${repository} exists already. Choose another name; nothing that exists is taken over.`,
    );
  const existing = await headOf(client, repository, name, signal);
  if (existing !== undefined) {
    const record = await records.get(key);
    if (record?.operation === operationId) return { output };
    throw taken();
  }
  await records.put({
    ...key,
    source: values.source,
    owner: values.owner,
    purpose: values.purpose,
    expiresAt: values.expiresAt,
    createdBy: actor,
    createdAt: now,
    operation: operationId,
  });
  try {
    await client.createBranch(repository, { name, source: commit }, { signal });
  } catch (error) {
    if (!(await isThere(client, repository, name, commit, signal))) {
      await records.change(key, { deletedAt: now });
      throw hasStatus(error, 409) ? taken() : error;
    }
  }
  await records.change(key, { lastCommit: commit, seenAt: now });
  return { output };
};

async function isThere(
  client: LakefsClient,
  repository: string,
  name: string,
  commit: string,
  signal: AbortSignal,
): Promise<boolean> {
  const head = await headOf(client, repository, name, signal).catch(
    () => undefined,
  );
  return head === commit;
}

export interface BranchDeleteValues {
  repository: string;
  branch: string;
  /** Its head when it was planned: what moved since is not deleted unseen. */
  head: string;
  /** Looked at again right before: what was written since is not lost. */
  clean?: boolean;
}

/**
 * Deletes a branch. Who does is noted before it is done: of a process that ends in between, or an answer that is lost, the
 * record would else say that somebody deleted it outside the portal.
 */
export const performBranchDelete: Performer<BranchDeleteValues> = async (
  { repository, branch, head, clean },
  { actor, now, signal },
  { client, records, server },
) => {
  const key = { server: server.name, repository, name: branch };
  const current = await headOf(client, repository, branch, signal);
  const output = { branch, lastCommit: head };
  if (current === undefined) {
    const record = await records.get(key);
    const ours = record?.deletedBy === actor && record.lastCommit === head;
    if (!ours) return { message: 'It was gone already.', output };
    // A listing may have seen meanwhile that it is gone.
    await records.change(key, { deletedAt: record.deletedAt ?? now });
    return { output };
  }
  if (current !== head) {
    throw new ConflictError(
      `Somebody has committed to ${branch} of ${repository} since you looked. Look again before you delete it.`,
    );
  }
  const { results } = clean
    ? await client.uncommitted(repository, branch, { signal, amount: 1 })
    : { results: [] };
  if (results.length > 0) {
    throw new ConflictError(
      `Somebody has written to ${branch} of ${repository} since you looked, and not committed it. Look again before you delete it.`,
    );
  }
  await records.change(key, { lastCommit: head, deletedBy: actor });
  try {
    await client.deleteBranch(repository, branch, { signal });
  } catch (error) {
    const there = hasStatus(error, 404)
      ? false
      : await headOf(client, repository, branch, signal).then(
          left => left !== undefined,
          () => undefined,
        );
    // Where that is not known, whoever goes on with this finds out, or the next listing does.
    if (there) await records.change(key, { deletedBy: undefined });
    if (there !== false) throw error;
  }
  await records.change(key, { deletedAt: now, deletedBy: actor });
  return { output };
};

export interface BranchRestoreValues {
  repository: string;
  name: string;
  commit: string;
}

/** Makes a deleted branch again from the commit that it had. */
export const performBranchRestore: Performer<BranchRestoreValues> = async (
  { repository, name, commit },
  { now, signal },
  { client, records, server },
) => {
  const key = { server: server.name, repository, name };
  const current = await headOf(client, repository, name, signal);
  if (current !== undefined && current !== commit) {
    throw new ConflictError(
      `There is another branch ${name} in ${repository} by now.`,
    );
  }
  if (current === undefined) {
    await client.createBranch(repository, { name, source: commit }, { signal });
  }
  await records.change(key, {
    lastCommit: commit,
    seenAt: now,
    deletedAt: undefined,
    deletedBy: undefined,
    expiresAt: undefined,
  });
  return { output: { branch: name, commit } };
};

export interface BranchSetValues {
  repository: string;
  branch: string;
  owner?: string;
  purpose?: string;
  expiresAt?: number;
  /** It shall never expire. */
  keep?: boolean;
}

/** Changes what the portal knows of a branch; lakeFS itself has no place for it. */
export const performBranchSet: Performer<BranchSetValues> = async (
  { repository, branch, owner, purpose, expiresAt, keep },
  _context,
  { records, server },
) => {
  await records.change(
    { server: server.name, repository, name: branch },
    {
      ...(owner !== undefined && { owner }),
      ...(purpose !== undefined && { purpose }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(keep && { expiresAt: undefined }),
    },
  );
  return { output: { branch } };
};

export const performDiscard: Performer<{
  repository: string;
  branch: string;
}> = async ({ repository, branch }, { signal }, { client }) => {
  await client.discard(repository, branch, { signal });
  return { output: { branch } };
};
