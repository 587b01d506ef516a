import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { SystemPlanContext } from '@millrace/backstage-plugin-data-platform-node';
import { LakefsError } from '../client/LakefsError';
import { Commit } from '../client/types';
import { countOf, Count } from '../model/objects';
import { protects } from '../model/protects';
import { isRef } from '../model/branchName';
import { headOf } from './performBranch';
import { errorAt, Scene, warning, branchNamed } from './scene';

/** Where questions are asked. */
type Server = Pick<Scene, 'client' | 'repository' | 'signal'>;

/** The branch that an operation is about, with its head now; a finding where there is none. */
export async function branchThere(
  { client, repository, signal }: Scene,
  given: string | undefined,
  context: SystemPlanContext,
): Promise<{ branch: string; head: string } | { missing: Finding[] }> {
  const branch = branchNamed(given, context);
  if (!branch) return { missing: [errorAt('branch', 'Name the branch.')] };
  const head = await headOf(client, repository, branch, signal);
  return head === undefined
    ? {
        missing: [
          errorAt('branch', `There is no branch ${branch} in ${repository}.`),
        ],
      }
    : { branch, head };
}

/** What a ref means now; a finding where it means nothing. */
export async function commitOf(
  { client, repository, signal }: Scene,
  ref: string,
  field: string,
): Promise<{ commit: Commit; findings: [] } | { findings: Finding[] }> {
  if (!isRef(ref)) {
    return {
      findings: [
        errorAt(
          field,
          `"${ref}" is no branch, tag or commit.`,
          'Choose one of the list, or paste the id of a commit.',
        ),
      ],
    };
  }
  try {
    const commit = await client.commit(repository, ref, { signal });
    return { commit, findings: [] };
  } catch (error) {
    if (error instanceof LakefsError && error.isAbsent) {
      return {
        findings: [
          errorAt(
            field,
            `There is no branch, tag or commit ${ref} in ${repository} any more.`,
          ),
        ],
      };
    }
    throw error;
  }
}

/** The rule that protects a branch, asked of the server: the portal guards what lakeFS lets through. */
export async function protectedBy(
  { client, repository, signal }: Server,
  branch: string,
): Promise<string | undefined> {
  const rules = await client.protection(repository, { signal });
  return rules.find(rule => protects(rule, branch));
}

/** How much lies uncommitted on a branch, counted up to a hundred. */
export async function uncommittedOn(
  { client, repository, signal }: Server,
  branch: string,
): Promise<Count & { paths: string[] }> {
  const { results, pagination } = await client.uncommitted(repository, branch, {
    signal,
    amount: 100,
  });
  return {
    n: results.length,
    more: pagination.has_more,
    paths: results.slice(0, 3).map(({ path }) => path),
  };
}

/** What is said where uncommitted data will be lost or left behind. */
export function uncommittedWarning(
  count: Count & { paths: readonly string[] },
  what: string,
): Finding[] {
  return count.n === 0
    ? []
    : [
        warning(
          `${countOf(count, 'uncommitted change')} (${count.paths.join(', ')}${
            count.n > count.paths.length ? ', …' : ''
          }) ${what}.`,
          'Commit them first if anybody needs them.',
        ),
      ];
}

/** Whether the repository can be changed at all. */
export function writable({ repositoryObject, repository }: Scene): Finding[] {
  return repositoryObject?.spec.readOnly
    ? [errorAt(undefined, `Repository ${repository} is read-only.`)]
    : [];
}
