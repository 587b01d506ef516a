import { setTimeout as sleep } from 'node:timers/promises';
import { ConflictError } from '@backstage/errors';
import {
  CallResult,
  SourceFault,
} from '@millrace/backstage-plugin-data-platform-node';
import { LakefsError } from '../client/LakefsError';
import { MergeStrategy } from '../client/types';
import { CallParts, Performer } from './CallParts';
import { commitMetadata } from './commitMetadata';
import { mergeDrift, MergePins } from './leave';
import { ownCommit } from './ownCommit';
import { raced } from './raced';

export interface CommitValues {
  repository: string;
  branch: string;
  message: string;
  /** Metadata of the commit before that this one repeats. */
  claims?: Readonly<Record<string, string>>;
}

export const performCommit: Performer<CommitValues> = async (
  { repository, branch, message, claims },
  context,
  parts,
) => {
  const { client, portalUrl } = parts;
  const { operationId, signal } = context;
  const where = { repository, branch, operationId };
  const metadata = { ...claims, ...commitMetadata(context, portalUrl) };
  return raced<CallResult>({
    signal,
    wait: parts.wait,
    look: async () => {
      const own = await ownCommit(client, where, signal);
      return own && { output: { branch, commit: own.id } };
    },
    write: async overtaken => {
      try {
        const commit = await client.createCommit(
          repository,
          branch,
          { message, metadata },
          { signal },
        );
        return { output: { branch, commit: commit.id } };
      } catch (error) {
        if (overtaken && error instanceof LakefsError && error.isNoChange) {
          return {
            message:
              'Somebody else committed at the same moment and took these changes along.',
            output: { branch },
          };
        }
        throw error;
      }
    },
  });
};

export interface MergeValues {
  repository: string;
  source: string;
  /** Its head when it was planned: this very state is merged, whatever is committed meanwhile. */
  commit: string;
  destination: string;
  message: string;
  strategy?: MergeStrategy;
  squash?: boolean;
  /** What was approved: looked at again right before the merge. */
  pins?: MergePins;
}

const LOOK_AFTER_MS = 2_000;

export const performMerge: Performer<MergeValues> = async (
  values,
  context,
  parts,
) => {
  const { repository, source, commit, destination, message } = values;
  const { client, portalUrl } = parts;
  const { operationId, signal } = context;
  const where = { repository, branch: destination, operationId };
  const look = async () => {
    const own = await ownCommit(client, where, signal);
    return own && { output: { source, destination, commit: own.id } };
  };
  return raced<CallResult>({
    signal,
    wait: parts.wait,
    look,
    write: async () => {
      await assertPinned(values, parts, signal);
      try {
        const reference = await client.merge(
          repository,
          commit,
          destination,
          {
            message,
            metadata: commitMetadata(context, portalUrl),
            ...(values.strategy && { strategy: values.strategy }),
            ...(values.squash && { squash_merge: true }),
          },
          { signal },
          source,
        );
        return { output: { source, destination, commit: reference } };
      } catch (error) {
        if (!(error instanceof LakefsError)) throw error;
        if (error.status === 409) throw await conflict(values, parts, signal);
        if (error.status !== undefined) throw error;
        return unanswered(error, look, parts, signal);
      }
    },
  });
};

/** Others write to lakeFS without asking the portal: what was approved is compared as late as can be. */
async function assertPinned(
  values: MergeValues,
  { client }: CallParts,
  signal: AbortSignal,
): Promise<void> {
  const { pins, source, destination, repository } = values;
  if (!pins) return;
  const drift = await mergeDrift({ ...values }, pins, client, signal);
  if (drift) {
    throw new ConflictError(
      `${drift} Nothing was merged: ask again for approval of ${source} into ${destination} of ${repository}.`,
    );
  }
}

/** No answer came. It is never sent again without looking: the merge may have been made. */
async function unanswered(
  error: LakefsError,
  look: () => Promise<CallResult | undefined>,
  { wait }: CallParts,
  signal: AbortSignal,
): Promise<CallResult> {
  await (wait ?? pause)(LOOK_AFTER_MS, signal);
  const done = await look();
  if (done) return done;
  throw new SourceFault(
    'unreachable',
    `${error.message} The log of the destination does not show the merge. Look there, and at its checks, before you try again.`,
    false,
  );
}

const SHOWN = 10;

/** lakeFS answers a conflict without a word on what conflicts. */
async function conflict(
  { repository, commit, source, destination }: MergeValues,
  { client }: CallParts,
  signal: AbortSignal,
): Promise<Error> {
  const { results } = await client
    .diff(repository, destination, commit, {
      signal,
      type: 'three_dot',
      amount: 1_000,
    })
    .catch(() => ({ results: [] }));
  const paths = results
    .filter(({ type }) => type === 'conflict')
    .map(({ path }) => path);
  const shown = paths.slice(0, SHOWN).join(', ');
  const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : '';
  return new ConflictError(
    `${source} and ${destination} of ${repository} have both changed ${
      shown ? `${shown}${more}` : 'the same objects'
    }. Nothing was merged. Choose which side wins, or settle it on the branch first.`,
  );
}

export interface RevertValues {
  repository: string;
  branch: string;
  /** Id of the commit that is taken back. */
  commit: string;
  /** Of a merge: 1, the side of the branch. */
  parentNumber: number;
  message: string;
}

export const performRevert: Performer<RevertValues> = async (
  { repository, branch, commit, parentNumber, message },
  context,
  parts,
) => {
  const { client, portalUrl } = parts;
  const { operationId, signal } = context;
  const where = { repository, branch, operationId };
  const look = async () => {
    const own = await ownCommit(client, where, signal);
    return own && { output: { branch, commit: own.id } };
  };
  return raced<CallResult>({
    signal,
    wait: parts.wait,
    look,
    write: async () => {
      await client.revert(
        repository,
        branch,
        {
          ref: commit,
          parent_number: parentNumber,
          commit_overrides: {
            message,
            metadata: commitMetadata(context, portalUrl),
          },
        },
        { signal },
      );
      // 204 without a body: the log has the id.
      return (await look()) ?? { output: { branch } };
    },
  });
};

export interface TagValues {
  repository: string;
  id: string;
  commit: string;
}

export const performTag: Performer<TagValues> = async (
  { repository, id, commit },
  { signal },
  { client },
) => {
  const existing = await client
    .tag(repository, id, { signal })
    .catch((error: unknown) => {
      if (error instanceof LakefsError && error.isAbsent) return undefined;
      throw error;
    });
  if (existing && existing.commit_id !== commit) {
    throw new ConflictError(
      `Tag ${id} of ${repository} is on another commit. A tag never moves; choose another name.`,
    );
  }
  if (!existing) {
    await client.createTag(repository, { id, ref: commit }, { signal });
  }
  return { output: { tag: id, commit } };
};

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
