import {
  LakefsBranch,
  RunBranch,
} from '@millrace/backstage-plugin-data-platform-common';

/** A data branch that a run can be started on. */
export interface BranchChoice
  extends Pick<RunBranch, 'source' | 'repository' | 'branch'> {
  purpose?: string;
}

const BETWEEN = ' · ';

export function branchChoice(branch: LakefsBranch): BranchChoice {
  const { resource, name, repository, purpose } = branch;
  const { source } = resource;
  return { source, repository, branch: name, ...(purpose && { purpose }) };
}

/** `fix · sales-lake`; neither part can hold a point in the middle. */
export function branchLabel({ branch, repository }: BranchChoice): string {
  return `${branch}${BETWEEN}${repository}`;
}

/** What is looked for by a text that may be the label of a branch. */
export function searchOf(text: string): string {
  return text.split(BETWEEN)[0].trim();
}
