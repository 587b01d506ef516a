import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';

/** What can be done with a branch, in the order of the buttons; a revert is asked of a commit. */
export const BRANCH_ACTIONS = [
  'lakefs:commit',
  'lakefs:merge',
  'lakefs:discard',
  'lakefs:branch-set',
  'lakefs:tag',
  'lakefs:branch-delete',
] as const;
export type BranchActionId =
  | (typeof BRANCH_ACTIONS)[number]
  | 'lakefs:revert'
  | 'lakefs:branch-create';

/** Words on the buttons; those that open a form end with an ellipsis. */
const TITLES: Readonly<Record<BranchActionId, string>> = {
  'lakefs:commit': 'Commit…',
  'lakefs:merge': 'Merge…',
  'lakefs:discard': 'Discard',
  'lakefs:branch-set': 'Purpose and expiry…',
  'lakefs:tag': 'Tag…',
  'lakefs:branch-delete': 'Delete…',
  'lakefs:revert': 'Revert…',
  'lakefs:branch-create': 'New data branch…',
};

/** An action of a branch, undefined where the backend does not tell of it. */
export function branchAction(
  operations: readonly OperationAvailability[],
  id: BranchActionId,
): OperationAvailability | undefined {
  const told = operations.find(operation => operation.id === id);
  return told && { ...told, title: TITLES[id] };
}

/** The actions that the backend tells of, as buttons. */
export function branchActions(
  operations: readonly OperationAvailability[],
): { id: BranchActionId; availability: OperationAvailability }[] {
  return BRANCH_ACTIONS.flatMap(id => {
    const availability = branchAction(operations, id);
    return availability ? [{ id, availability }] : [];
  });
}

/** What a person most likely wants to do next: save what lies about, then merge what is ready. */
export function nextAction(branch: {
  uncommitted?: { n: number };
  ahead?: { n: number };
}): BranchActionId | undefined {
  if (branch.uncommitted && branch.uncommitted.n > 0) {
    return 'lakefs:commit';
  }
  return branch.ahead && branch.ahead.n > 0 ? 'lakefs:merge' : undefined;
}
