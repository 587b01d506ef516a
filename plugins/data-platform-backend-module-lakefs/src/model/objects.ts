import {
  LakefsCommitBrief,
  LakefsCount,
  LakefsHookFailure,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';

/** Group of the kinds below. */
export const LAKEFS_GROUP = 'lakefs.io';
export const LAKEFS_VERSION = 'v1';
export const KIND_REPOSITORY = 'Repository';
export const KIND_BRANCH = 'Branch';

/** A number that may be a lower bound: counted up to a limit. */
export type Count = LakefsCount;
/** A commit in short. */
export type CommitBrief = LakefsCommitBrief;
/** A check that said no. */
export type HookFailure = LakefsHookFailure;

/** A repository, in the shape of an object. */
export interface RepositoryObject extends KubernetesObject {
  spec: {
    defaultBranch: string;
    storageNamespace: string;
    readOnly: boolean;
    /** Patterns of protected branches. */
    protection?: readonly string[];
    uiUrl: string;
  };
  status: {
    branches: number;
    /** The listing stopped there: more branches than the portal reads. */
    truncated: boolean;
    /** Branches whose comparison with their parent is not done yet. */
    waiting: number;
  };
}

/** A branch, in the shape of an object. Times are epoch milliseconds. */
export interface BranchObject extends KubernetesObject {
  spec: BranchSpec;
  status: BranchStatus;
}

/** What a branch is for, and what protects it. */
export interface BranchSpec {
  /** What it is compared with and merged into; absent for the default branch. */
  parent?: string;
  /** Entity ref of who answers for it: the portal's record, else what its last commit claims. */
  owner?: string;
  purpose?: string;
  expiresAt?: number;
  /** Its expiry is what a commit says, not what was set in the portal: nothing is deleted for it. */
  expiryClaimed?: boolean;
  createdAt?: number;
  /** Nothing is deleted here for its expiry. */
  expiryOff?: boolean;
  /** When it will be deleted, as its owner was told. */
  goesAt?: number;
  /** What lies uncommitted on it goes with it. */
  goesDirty?: boolean;
  /** Why it was not deleted although its time is over. */
  expiryNote?: string;
  /** Entity ref of who made it in the portal. */
  createdBy?: string;
  /** Pattern of the rule that protects it. */
  protectedBy?: string;
  staleMs: number;
  uiUrl: string;
}

/** How it stands. What is absent has not been looked at yet. */
export interface BranchStatus {
  head: string;
  commit?: CommitBrief;
  insight?: BranchInsight;
  uncommitted?: Count & {
    /** When it was looked at, and since when there is some, as far as was seen. */
    at: number;
    since?: number;
  };
  failure?: HookFailure;
}

/** A branch in comparison with its parent, at given heads of the two: true forever. */
export interface BranchInsight {
  parentHead: string;
  base: string;
  ahead: Count;
  behind: Count;
  /** Objects that differ from where it parted. */
  changes: Count;
  conflicts: Count & { paths: string[] };
  /** How it treats the actions (checks) of its parent. */
  actions: ActionsChange;
}

/** What a branch does to the action files under `_lakefs_actions/`. lakeFS reads them from the branch that is merged. */
export interface ActionsChange {
  /** Files of its parent that it lacks: their checks do not run when it is merged. */
  dropped: string[];
  changed: string[];
  /** Files that lakeFS cannot read: every commit of the branch fails. */
  broken: { path: string; problem: string }[];
}

/** `5`, or `1,000+`. */
export function countText({ n, more }: Count): string {
  return `${n.toLocaleString('en-US')}${more ? '+' : ''}`;
}

/** `1 object`, `3 objects`, `100+ objects`. */
export function countOf(count: Count, noun: string): string {
  const one = count.n === 1 && !count.more;
  return `${countText(count)} ${noun}${one ? '' : 's'}`;
}
