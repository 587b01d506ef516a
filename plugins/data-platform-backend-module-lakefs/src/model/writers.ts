import { wildcard } from './wildcard';

/** Who alone may write to some branches of a domain's repositories, beyond what the policy asks. */
export interface BranchWriters {
  /** Name of a branch, with `*`. */
  pattern: string;
  /** Entity refs of users and groups. */
  writers: readonly string[];
}

/**
 * Why a person may not write to a branch, as a sentence; undefined where nothing is against it. The first rule that fits
 * counts.
 * @param ownershipRefs - all refs of the person; empty for the portal itself, whose tasks have been allowed before
 */
export function writerProblem(
  rules: readonly BranchWriters[],
  branch: string,
  ownershipRefs: readonly string[],
): string | undefined {
  const rule = rules.find(({ pattern }) => wildcard(pattern, branch));
  if (!rule || ownershipRefs.length === 0) return undefined;
  if (rule.writers.some(ref => ownershipRefs.includes(ref))) return undefined;
  return `Only ${rule.writers.join(
    ', ',
  )} may write to ${branch}: the portal's configuration says so of branches "${
    rule.pattern
  }".`;
}
