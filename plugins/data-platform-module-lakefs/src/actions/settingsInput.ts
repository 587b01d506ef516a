import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';

/** What the form of a branch holds; `life` only where it was chosen. */
export interface BranchSettings {
  owner: string | undefined;
  purpose: string;
  life: { days: number | undefined } | undefined;
}

/** Input of `lakefs:branch-set`: what differs from what is so now. */
export function settingsInput(
  branch: Pick<LakefsBranch, 'owner' | 'purpose'>,
  { owner, purpose, life }: BranchSettings,
): { owner?: string; purpose?: string; days?: number; keep?: true } {
  const words = purpose.trim();
  return {
    ...(owner && owner !== branch.owner && { owner }),
    ...(words && words !== (branch.purpose ?? '') && { purpose: words }),
    ...(life?.days !== undefined && { days: life.days }),
    ...(life && life.days === undefined && { keep: true as const }),
  };
}
