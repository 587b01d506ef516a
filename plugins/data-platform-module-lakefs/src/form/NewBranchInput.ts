import {
  branchNameProblem,
  Finding,
} from '@millrace/backstage-plugin-data-platform-common';

/** Input of `lakefs:branch-create` as far as the form is filled in; what is empty is left out. */
export interface NewBranchInput {
  name?: string;
  /** A branch, a tag or a commit; the default branch where none is given. */
  source?: string;
  purpose?: string;
  /** Entity ref; the person where none is given. */
  owner?: string;
  /** After so many it may be deleted; never where none are given. */
  days?: number;
}

/** Long enough for most work, and short enough that what was forgotten goes. */
export const USUAL_DAYS = 14;

/** Paths of the input that have a place of their own on the form. */
export const NEW_BRANCH_FIELDS: readonly string[] = [
  'name',
  'source',
  'purpose',
  'owner',
  'days',
];

/** Changes a part of the input; what becomes empty leaves it. */
export function withBranchPatch(
  input: NewBranchInput,
  patch: NewBranchInput,
): NewBranchInput {
  const entries = Object.entries({ ...input, ...patch }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return Object.fromEntries(entries);
}

/** What is wrong with the input as far as it can be told without asking; what is only missing yet is not wrong. */
export function newBranchProblems({ name }: NewBranchInput): Finding[] {
  const message = name && branchNameProblem(name);
  return message ? [{ level: 'error', field: 'name', message }] : [];
}
