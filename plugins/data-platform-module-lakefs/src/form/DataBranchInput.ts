import { NewBranchInput } from './NewBranchInput';

/** Value of the form field: the entity of the repository, and the input of `lakefs:branch-create`. */
export interface DataBranchInput extends NewBranchInput {
  /** Of a `lakefs-repository`. */
  entityRef?: string;
}

/** The value as the operation takes it; undefined while something is missing. */
export function dataBranchRequest({ entityRef, ...input }: DataBranchInput) {
  return entityRef && input.name
    ? {
        operation: 'lakefs:branch-create',
        entityRef,
        input: { ...input },
      }
    : undefined;
}

/** What is still to be filled in, in words. */
export function missingOf({ entityRef, name }: DataBranchInput): string[] {
  return [...(entityRef ? [] : ['repository']), ...(name ? [] : ['name'])];
}
