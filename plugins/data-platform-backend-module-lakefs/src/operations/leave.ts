import {
  SystemApproval,
  SystemCall,
  SystemPlanContext,
} from '@millrace/backstage-plugin-data-platform-node';
import { LakefsClient } from '../client/LakefsClient';
import { LakefsError } from '../client/LakefsError';
import { MergeStrategy } from '../client/types';
import { branchPath } from '../model/branchPath';
import { headOf } from './performBranch';
import { Scene } from './scene';

/** The commits that a merge was looked at with, by the part that their branch plays. */
export interface MergePins {
  source: string;
  /**
   * Pinned only where a side was chosen to win: then what lies on the destination decides what is overwritten. Without, a
   * merge brings the same changes wherever the destination has moved to, and lakeFS refuses it where they conflict.
   */
  destination?: string;
}

/** Whose leave a merge into a protected branch takes; undefined where the configuration asks for none. */
export function mergeLeave(
  { source, repository }: Scene,
  context: SystemPlanContext,
  merge: {
    source: string;
    destination: string;
    head: string;
    destinationHead: string;
    strategy?: MergeStrategy;
    squash?: boolean;
    /** That protects the destination. */
    rule: string | undefined;
  },
): (SystemApproval & { pins: Record<string, string> }) | undefined {
  const { rule, strategy, squash } = merge;
  if (rule === undefined || source.server.approvals !== 'protected') {
    return undefined;
  }
  return {
    reason: `The rule "${rule}" protects ${merge.destination}: a merge into it takes the approval of its owners.`,
    about: JSON.stringify([
      ...['merge', source.name, repository, merge.source, merge.destination],
      ...[strategy ?? '', squash ? 'squash' : ''],
    ]),
    pins: {
      source: merge.head,
      ...(strategy && { destination: merge.destinationHead }),
    },
    link: branchPath(context.subject.row.entityRef, merge.source, 'diff'),
  };
}

/** Whose leave it takes to revert a commit on a protected branch. A commit never changes, so the leave holds. */
export function revertLeave(
  { source, repository }: Scene,
  context: SystemPlanContext,
  revert: { branch: string; commit: string; rule: string | undefined },
): SystemApproval | undefined {
  const { branch, commit, rule } = revert;
  if (rule === undefined || source.server.approvals !== 'protected') {
    return undefined;
  }
  return {
    reason: `The rule "${rule}" protects ${branch}: a revert on it takes the approval of its owners.`,
    about: JSON.stringify(['revert', source.name, repository, branch, commit]),
    pins: { commit },
    link: branchPath(context.subject.row.entityRef, branch, 'commits'),
  };
}

/**
 * Whose leave it takes to make a branch, anew or again, whose name a rule protects: what lies on such a branch changes by
 * merges that were agreed to, so what it begins with is agreed to as well.
 */
export function makingLeave(
  { source, repository }: Scene,
  context: SystemPlanContext,
  making: {
    how: 'create' | 'restore';
    name: string;
    commit: string;
    rule: string | undefined;
  },
): SystemApproval | undefined {
  const { how, name, commit, rule } = making;
  if (rule === undefined || source.server.approvals !== 'protected') {
    return undefined;
  }
  return {
    reason: `The rule "${rule}" protects ${name}: to ${how} it takes the approval of its owners.`,
    about: JSON.stringify([how, source.name, repository, name]),
    pins: { commit },
    link: branchPath(context.subject.row.entityRef, undefined),
  };
}

/** Why a new branch would not begin with what was looked at; undefined while it would. */
export async function makingDrift(
  values: SystemCall['values'],
  { commit: pin }: { commit?: string },
  client: LakefsClient,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { repository, source } = values;
  try {
    const { id } = await client.commit(String(repository), String(source), {
      signal,
    });
    return id === pin
      ? undefined
      : `${source} is at commit ${short(
          id,
        )} by now; what was looked at is ${short(String(pin))}.`;
  } catch (error) {
    if (error instanceof LakefsError && error.isAbsent) {
      return `There is no branch, tag or commit ${source} any more.`;
    }
    throw error;
  }
}

/** Why a merge is no longer what was looked at; undefined while it is. */
export async function mergeDrift(
  values: SystemCall['values'],
  pins: Partial<MergePins>,
  client: LakefsClient,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { repository, ...names } = values;
  for (const part of ['source', 'destination'] as const) {
    const pin = pins[part];
    if (pin === undefined) continue;
    const branch = String(names[part]);
    const head = await headOf(client, String(repository), branch, signal);
    if (head === undefined) return `Branch ${branch} is gone.`;
    if (head !== pin) {
      return `${branch} is at commit ${short(
        head,
      )} by now; what was looked at is ${short(pin)}.`;
    }
  }
  return undefined;
}

function short(commit: string): string {
  return commit.slice(0, 12);
}
