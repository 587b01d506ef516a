import { LakefsDiff } from '@millrace/backstage-plugin-data-platform-common';

/**
 * What the portal uses of lakeFS's API, as its swagger.yml (info.version 1.0.0, base `/api/v1`) has it. Times are epoch
 * seconds where the name says date. Fields that the portal does not read are left out.
 */

export interface Pagination {
  has_more: boolean;
  /** Send as `after`. Of a log it is a commit id. */
  next_offset: string;
  results: number;
  max_per_page: number;
}

export interface Page<T> {
  pagination: Pagination;
  results: T[];
}

export interface Repository {
  id: string;
  /** Epoch seconds. */
  creation_date: number;
  default_branch: string;
  storage_namespace: string;
  /** Which object store; empty where the server has but one. */
  storage_id?: string;
  /** Absent for a bare repository. */
  read_only?: boolean;
}

/** A branch or a tag. */
export interface Ref {
  id: string;
  commit_id: string;
}

export interface Commit {
  id: string;
  parents: string[];
  /** `admin` for everyone where the server knows one user. */
  committer: string;
  message: string;
  /** Epoch seconds. */
  creation_date: number;
  metadata?: Record<string, string>;
  generation?: number;
}

/** Told as it is. */
export type Diff = LakefsDiff;

export interface ObjectStats {
  path: string;
  path_type: 'common_prefix' | 'object';
  checksum: string;
  size_bytes?: number;
  /** Epoch seconds. */
  mtime: number;
  content_type?: string;
}

/** The server tells the ids of the two sides as well, but swapped: they are not read. */
export interface MergeBase {
  base_commit_id: string;
}

export interface ActionRun {
  run_id: string;
  branch: string;
  /** RFC 3339. */
  start_time: string;
  end_time?: string;
  event_type: string;
  status: string;
  commit_id: string;
}

export interface HookRun {
  hook_run_id: string;
  action: string;
  hook_id: string;
  /** RFC 3339; year 1 for one that was skipped. */
  start_time: string;
  end_time?: string;
  /** `failed`, `completed`, and `skipped`, which the swagger leaves out. */
  status: string;
}

export interface ServerConfig {
  /** `version_context` is `lakeFS` on the open source server. */
  version_config?: { version?: string; version_context?: string };
  storage_config?: StorageConfig;
  /** Empty where there is but one. */
  storage_config_list?: readonly StorageConfig[];
}

/** An object store of the server. */
export interface StorageConfig {
  blockstore_id?: string;
  blockstore_type?: string;
  import_support?: boolean;
  pre_sign_support?: boolean;
}

export type MergeStrategy = 'dest-wins' | 'source-wins';

export interface MergeBody {
  message: string;
  metadata: Record<string, string>;
  strategy?: MergeStrategy;
  squash_merge?: boolean;
}
