import { Commit } from '../model/Commit';
import { ObjectEntry } from '../model/ObjectEntry';
import { PullRequest } from '../model/PullRequest';
import { Repository } from '../model/Repository';
import { HookRun, Run } from '../model/Run';
import { DiffEntry } from '../operations/diffs';
import { comparePaths } from '../tree/comparePaths';
import { Listed } from '../tree/listing';

/** What the API calls a repository. */
export function repositoryJson({ info }: Repository) {
  return {
    creation_date: info.creationDate,
    default_branch: info.defaultBranch,
    id: info.id,
    read_only: info.readOnly,
    storage_id: '',
    storage_namespace: info.storageNamespace,
  };
}

export function commitJson(commit: Commit) {
  return {
    committer: commit.committer,
    creation_date: Math.floor(commit.creationDate / 1000),
    generation: commit.generation,
    id: commit.id,
    message: commit.message,
    meta_range_id: commit.metaRangeId,
    metadata: sorted(commit.metadata),
    parents: commit.parents,
    version: 1,
  };
}

/** @param metadata what to tell of the user's metadata; undefined leaves it out */
export function objectJson(
  entry: ObjectEntry,
  metadata: Readonly<Record<string, string>> | undefined,
) {
  return {
    checksum: entry.checksum,
    content_type: entry.contentType,
    metadata: metadata && sorted(metadata),
    mtime: entry.mtime,
    path: entry.path,
    path_type: 'object',
    physical_address: entry.physicalAddress,
    size_bytes: entry.size,
  };
}

/** A line of a list of objects, where metadata stands only when there is some. */
export function listedObjectJson({ path, leaf }: Listed<ObjectEntry>) {
  if (!leaf) {
    return {
      checksum: '',
      mtime: 0,
      path,
      path_type: 'common_prefix',
      physical_address: '',
    };
  }
  const some = Object.keys(leaf.metadata).length > 0;
  return objectJson(leaf, some ? leaf.metadata : undefined);
}

export interface DiffShape {
  /** Whether to tell of the object that a difference leads to. */
  rightStats: boolean;
  /** Whether the size of a removed object is told; it is not when it is uncommitted. */
  removedSize: boolean;
}

/** A line of a comparison. */
export function diffJson(
  { path, leaf }: Listed<DiffEntry>,
  { rightStats, removedSize }: DiffShape,
) {
  if (!leaf) {
    return { path, path_type: 'common_prefix', type: 'prefix_changed' };
  }
  const { entry, type } = leaf;
  return {
    path,
    path_type: 'object',
    ...(rightStats && {
      right: {
        checksum: entry.checksum,
        content_type: entry.contentType,
        metadata: entry.metadata,
        mtime: entry.mtime,
      },
    }),
    size_bytes: type === 'removed' && !removedSize ? 0 : entry.size,
    type,
  };
}

export function pullJson(pull: PullRequest) {
  return {
    description: pull.description,
    status: pull.status,
    title: pull.title,
    author: pull.author,
    closed_date:
      pull.closedAt === undefined ? undefined : instant(pull.closedAt),
    creation_date: instant(pull.createdAt),
    destination_branch: pull.destination,
    id: pull.id,
    merged_commit_id: pull.mergedCommitId,
    source_branch: pull.source,
  };
}

export function runJson(run: Run) {
  return {
    branch: run.branch,
    commit_id: run.commitId,
    end_time: instant(run.endedAt),
    event_type: run.event,
    run_id: run.id,
    start_time: instant(run.startedAt),
    status: run.passed ? 'completed' : 'failed',
  };
}

/** Hooks that did not run have Go's zero time as their start, and no end. */
export function hookRunJson(hook: HookRun) {
  return {
    action: hook.action,
    end_time: hook.endedAt === undefined ? undefined : instant(hook.endedAt),
    hook_id: hook.hookId,
    hook_run_id: hook.id,
    start_time:
      hook.startedAt === undefined
        ? '0001-01-01T00:00:00Z'
        : instant(hook.startedAt),
    status: hook.status,
  };
}

/** Keys in the order in which Go writes a map. */
function sorted(
  metadata: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).sort(([a], [b]) => comparePaths(a, b)),
  );
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
