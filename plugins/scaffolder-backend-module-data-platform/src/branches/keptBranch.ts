import { PlatformServices } from '../PlatformCalls';
import { BranchOnServer } from './BranchOnServer';
import { branchLink } from './portalLinks';

/**
 * Does what may fail after a branch was made.
 * @throws what it throws, with what was left behind and where to go on
 */
export async function keptBranch<T>(
  services: PlatformServices,
  repositoryRef: string,
  { branch, repository }: BranchOnServer,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${said} Branch ${branch} of ${repository} is kept as it is: ${branchLink(
        services,
        repositoryRef,
        branch,
      )}`,
    );
  }
}
