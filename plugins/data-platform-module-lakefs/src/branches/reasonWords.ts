import { FilterChoice } from '@millrace/backstage-plugin-data-platform-react';

/** Reasons of verdicts on branches, in words, in the order that filters offer them: what stands most in the way first. */
const REASONS: Readonly<Record<string, string>> = {
  ActionsBroken: 'Broken action file',
  CheckFailed: 'Check failed',
  Expired: 'Expired',
  WouldConflict: 'Would conflict',
  GateDropped: 'Lacks checks',
  UncommittedForLong: 'Long uncommitted',
  Uncommitted: 'Uncommitted changes',
  Stale: 'Nobody works on it',
  NotCompared: 'Not compared yet',
  FarBehind: 'Far behind',
  Ahead: 'Ready to merge',
  Behind: 'Behind',
  Merged: 'Merged',
  Same: 'Same as its parent',
};

/** What a filter offers: what there is, and what is chosen, with how many there are. */
export function reasonChoices(
  reasons: Readonly<Record<string, number>>,
  chosen: string | undefined,
): FilterChoice[] {
  const known = Object.keys(REASONS);
  const place = (reason: string) => {
    const index = known.indexOf(reason);
    return index < 0 ? known.length : index;
  };
  return [...new Set([...Object.keys(reasons), ...(chosen ? [chosen] : [])])]
    .sort((a, b) => place(a) - place(b))
    .map(reason => ({
      id: reason,
      label: `${REASONS[reason] ?? reason} (${(
        reasons[reason] ?? 0
      ).toLocaleString('en-US')})`,
    }));
}
