import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import { AssessContext } from '@millrace/backstage-plugin-data-platform-node';
import {
  BranchInsight,
  BranchObject,
  countOf,
  countText,
} from '../model/objects';
import { branchEvidence } from './branchEvidence';
import { dateText, someOf, spanText, timeText } from './words';

/** Uncommitted data that lies for longer than this has been forgotten, or somebody is stuck. */
const FORGOTTEN_MS = 24 * 3_600_000;
const FAR_BEHIND = 100;

type Verdict = Pick<
  Assessment,
  'health' | 'reason' | 'message' | 'nextStep' | 'since'
> & { remedies?: Assessment['remedies'] };

/** The verdict on a data branch: the first of these that holds, the one that stands most in the way first. */
export function assessBranch(
  branch: BranchObject,
  { now }: AssessContext,
): Assessment {
  const verdict =
    brokenActions(branch) ??
    failedCheck(branch) ??
    expired(branch, now) ??
    conflicts(branch) ??
    droppedGate(branch) ??
    uncommitted(branch, now) ??
    stale(branch, now) ??
    notCompared(branch) ??
    farBehind(branch) ??
    fine(branch);
  return {
    ...verdict,
    evidence: branchEvidence(branch),
    remedies: verdict.remedies ?? [],
  };
}

function brokenActions({ status }: BranchObject): Verdict | undefined {
  const [first] = status.insight?.actions.broken ?? [];
  return (
    first && {
      health: 'failed',
      reason: 'ActionsBroken',
      message: `No commit to this branch can succeed: lakeFS cannot read ${first.path} (${first.problem}).`,
      nextStep: `Mend ${first.path} or delete it; uploads still work.`,
    }
  );
}

function failedCheck({ status }: BranchObject): Verdict | undefined {
  const { failure } = status;
  if (!failure) return undefined;
  const refused =
    failure.event === 'pre-merge' ? 'its merge' : 'the last commit';
  return {
    health: 'failed',
    reason: 'CheckFailed',
    message: `Check ${failure.hook} of action ${
      failure.action
    } refused ${refused}${failure.message ? `: ${failure.message}` : ''}.`,
    nextStep: 'Read the output of the check, mend the data, and try again.',
    since: new Date(failure.at).toISOString(),
  };
}

function expired({ spec }: BranchObject, now: number): Verdict | undefined {
  const { expiresAt } = spec;
  if (expiresAt === undefined || expiresAt > now) return undefined;
  return {
    health: 'degraded',
    reason: 'Expired',
    message: `It expired on ${dateText(expiresAt)}${afterExpiry(spec, now)}.`,
    nextStep:
      'Merge what is worth keeping and delete it, or give it more time.',
    since: new Date(expiresAt).toISOString(),
  };
}

function afterExpiry(spec: BranchObject['spec'], now: number): string {
  const { protectedBy, expiryClaimed, expiryNote, goesAt } = spec;
  if (protectedBy !== undefined) {
    return ', but a rule protects it: nothing deletes it for that';
  }
  if (expiryClaimed) {
    return ', as its last commit says; nothing deletes it for that';
  }
  if (spec.expiryOff) {
    return '; nobody needs it any longer, as far as was said when it was made';
  }
  if (expiryNote) return `; ${expiryNote}`;
  const lost = spec.goesDirty ? ', with what lies uncommitted on it' : '';
  return goesAt !== undefined && goesAt > now
    ? `; it will be deleted on ${timeText(goesAt)}${lost}`
    : '; the portal deletes it soon';
}

function conflicts({ spec, status }: BranchObject): Verdict | undefined {
  const found = status.insight?.conflicts;
  if (!found || found.n === 0) return undefined;
  return {
    health: 'degraded',
    reason: 'WouldConflict',
    message: `Merging it into ${spec.parent} would conflict in ${countOf(
      found,
      'object',
    )}, changed on both sides: ${someOf(found.paths, found.n)}.`,
    nextStep: `Merge ${spec.parent} into it and settle them there, or choose at the merge which side wins.`,
  };
}

function droppedGate({ spec, status }: BranchObject): Verdict | undefined {
  const dropped = status.insight?.actions.dropped ?? [];
  if (dropped.length === 0) return undefined;
  return {
    health: 'degraded',
    reason: 'GateDropped',
    message: `It lacks ${someOf(dropped, dropped.length)} of ${
      spec.parent
    }: lakeFS reads checks from the branch that is merged, so they would not run.`,
    nextStep: `Merge ${spec.parent} into it first, so that its checks are there again.`,
  };
}

function uncommitted(
  { status }: BranchObject,
  now: number,
): Verdict | undefined {
  const found = status.uncommitted;
  if (!found || found.n === 0) return undefined;
  const since = found.since ?? found.at;
  const forgotten = now - since > FORGOTTEN_MS;
  return {
    health: forgotten ? 'degraded' : 'progressing',
    reason: forgotten ? 'UncommittedForLong' : 'Uncommitted',
    message: forgotten
      ? `${countOf(found, 'change')} have lain here uncommitted for ${spanText(
          now - since,
        )}: a merge leaves them behind.`
      : `${countOf(found, 'change')} not committed yet.`,
    nextStep:
      'Commit them, so that they can be merged and survive the branch; or discard them.',
    since: new Date(since).toISOString(),
  };
}

function stale({ spec, status }: BranchObject, now: number) {
  const { commit } = status;
  if (!spec.parent || spec.protectedBy !== undefined || !commit) {
    return undefined;
  }
  const last = Math.max(commit.at, spec.createdAt ?? 0);
  if (now - last <= spec.staleMs) return undefined;
  const verdict: Verdict = {
    health: 'suspended',
    reason: 'Stale',
    message: `Nobody has committed to it for ${spanText(now - last)}.`,
    nextStep:
      'Merge it or delete it: what a branch refers to is never cleaned up.',
    since: new Date(last + spec.staleMs).toISOString(),
  };
  return verdict;
}

function notCompared({ spec, status }: BranchObject): Verdict | undefined {
  if (status.commit && (status.insight || !spec.parent)) return undefined;
  return {
    health: 'unknown',
    reason: 'NotCompared',
    message: spec.parent
      ? `It has not been compared with ${spec.parent} yet; the portal goes through many branches bit by bit.`
      : 'It has not been read yet.',
  };
}

function farBehind({ spec, status }: BranchObject): Verdict | undefined {
  const behind = status.insight?.behind;
  if (!behind || behind.n < FAR_BEHIND) return undefined;
  return {
    health: 'degraded',
    reason: 'FarBehind',
    message: `It is ${countOf(behind, 'commit')} behind ${spec.parent}.`,
    nextStep: `Merge ${spec.parent} into it, to work on data of today.`,
  };
}

function fine({ spec, status }: BranchObject): Verdict {
  const { insight } = status;
  if (!spec.parent || !insight) {
    return {
      health: 'healthy',
      reason: spec.protectedBy === undefined ? 'Default' : 'Protected',
      message:
        spec.protectedBy === undefined
          ? 'The default branch. No rule protects it: anybody who can write may commit to it.'
          : 'The default branch, protected: it changes by merges alone.',
    };
  }
  const { ahead, behind } = insight;
  if (ahead.n === 0 && behind.n === 0) {
    return {
      health: 'healthy',
      reason: 'Same',
      message: `The same as ${spec.parent}.`,
    };
  }
  if (ahead.n > 0 && insight.changes.n === 0) {
    return {
      health: 'healthy',
      reason: 'Merged',
      message: `All that it changed is on ${spec.parent} already, by a squashed merge or the same change made twice.`,
      nextStep: 'Delete it: merging it again would make an empty commit.',
    };
  }
  const standing = standingOf(insight, spec.parent);
  const forecast = insight.conflicts.more
    ? '; too many changes to foresee every conflict'
    : '; it would merge without a conflict';
  return {
    health: 'healthy',
    reason: ahead.n > 0 ? 'Ahead' : 'Behind',
    message: `${standing}${ahead.n > 0 ? forecast : ''}.`,
  };
}

function standingOf({ ahead, behind }: BranchInsight, parent: string): string {
  if (ahead.n === 0) return `${countOf(behind, 'commit')} behind ${parent}`;
  const forward = `${countOf(ahead, 'commit')} ahead of ${parent}`;
  return behind.n === 0
    ? forward
    : `${forward} and ${countText(behind)} behind`;
}
