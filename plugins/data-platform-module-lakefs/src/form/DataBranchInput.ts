import { NewBranchInput } from './NewBranchInput';

/** Value of the form field: the entity of the repository, and the input of `lakefs:branch-create`. */
export interface DataBranchInput extends NewBranchInput {
  /** Entity ref of a `lakefs-repository`. */
  repository?: string;
}

/** The value as the operation takes it; undefined while something is missing. */
export function dataBranchRequest({ repository, ...input }: DataBranchInput) {
  return repository && input.name
    ? {
        operation: 'lakefs:branch-create',
        entityRef: repository,
        input: { ...input },
      }
    : undefined;
}

/** What is still to be filled in, in words. */
export function missingOf({ repository, name }: DataBranchInput): string[] {
  return [...(repository ? [] : ['repository']), ...(name ? [] : ['name'])];
}
