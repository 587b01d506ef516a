import { Tree } from '../tree/Tree';
import { Branch } from './Branch';
import { Commit } from './Commit';
import { Named } from './Named';
import { PullRequest } from './PullRequest';
import { Run } from './Run';
import { notFound } from './LakeFsError';

export interface RepositoryInfo {
  readonly id: string;
  readonly storageNamespace: string;
  readonly defaultBranch: string;
  /** Seconds since the epoch. */
  readonly creationDate: number;
  readonly readOnly: boolean;
}

export interface GarbageCollectionRules {
  readonly defaultRetentionDays: number;
  readonly branches: readonly { branchId: string; retentionDays: number }[];
}

/** What is kept of a repository beside branches, tags, commits, pull requests and runs. */
export interface RepositorySettings {
  readonly metadata: Readonly<Record<string, string>>;
  /** Undefined before the first rule was set. */
  readonly protectedBranches?: readonly string[];
  readonly garbageCollection?: GarbageCollectionRules;
}

/** The state of one repository. Tells a listener of every change, so that it can be kept. */
export class Repository {
  readonly info: RepositoryInfo;
  readonly branches = new Named<Branch>();
  readonly tags = new Named<string>();
  readonly commits = new Named<Commit>();
  readonly pulls = new Named<PullRequest>();
  readonly runs = new Named<Run>();
  settings: RepositorySettings = { metadata: {} };
  private readonly changed: RepositoryListener;

  constructor(info: RepositoryInfo, changed: RepositoryListener = () => {}) {
    this.info = info;
    this.changed = changed;
  }

  /** @throws LakeFsError 404 */
  branch(id: string): Branch {
    const branch = this.branches.get(id);
    if (!branch) throw notFound('branch not found');
    return branch;
  }

  /** @throws LakeFsError 404 */
  commit(id: string): Commit {
    const commit = this.commits.get(id);
    if (!commit) throw notFound();
    return commit;
  }

  putBranch(branch: Branch): void {
    this.branches.set(branch.id, branch);
    this.changed(this, { kind: 'branch', id: branch.id });
  }

  /** A branch without uncommitted changes. */
  makeBranch(id: string, commitId: string, hidden = false): void {
    const none = { staged: Tree.empty<never>(), sealed: Tree.empty<never>() };
    this.putBranch({ id, commitId, hidden, ...none });
  }

  deleteBranch(id: string): void {
    this.branches.delete(id);
    this.changed(this, { kind: 'branch', id });
  }

  putTag(id: string, commitId: string): void {
    this.tags.set(id, commitId);
    this.changed(this, { kind: 'tag', id });
  }

  deleteTag(id: string): void {
    this.tags.delete(id);
    this.changed(this, { kind: 'tag', id });
  }

  addCommit(commit: Commit): Commit {
    if (!this.commits.has(commit.id)) {
      this.commits.set(commit.id, commit);
      this.changed(this, { kind: 'commit', id: commit.id });
    }
    return commit;
  }

  putPull(pull: PullRequest): void {
    this.pulls.set(pull.id, pull);
    this.changed(this, { kind: 'pull', id: pull.id });
  }

  putRun(run: Run): void {
    this.runs.set(run.id, run);
    this.changed(this, { kind: 'run', id: run.id });
  }

  putSettings(settings: RepositorySettings): void {
    this.settings = settings;
    this.changed(this, { kind: 'repository', id: this.info.id });
  }
}

/** Which part of a repository is no longer what it was. */
export interface RepositoryChange {
  kind: 'repository' | 'branch' | 'tag' | 'commit' | 'pull' | 'run';
  id: string;
}

export type RepositoryListener = (
  repository: Repository,
  change: RepositoryChange,
) => void;
