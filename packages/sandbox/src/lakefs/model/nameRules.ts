import { badRequest, LakeFsError } from './LakeFsError';

const REPOSITORY = /^[a-z0-9][a-z0-9-]{2,62}$/;
const BRANCH = /^\w[-\w]*$/;
const LONGEST_PATH = 1024;

export function isRepositoryId(id: string): boolean {
  return REPOSITORY.test(id);
}

export function isBranchId(id: string): boolean {
  return BRANCH.test(id) && !id.endsWith('\n');
}

/** git's rules of refs, as far as the real server keeps them: a slash is refused, `~` and `@` are not. */
export function isTagId(id: string): boolean {
  return (
    id !== '@' &&
    ![...id].some(one => one <= ' ' || '*:?[\\^/'.includes(one)) &&
    !/\.$|\.lock$|\.\.|@\{/.test(id)
  );
}

/** @param argument what the server calls the value in its text */
export function checkRepositoryId(id: string, argument = 'repository'): void {
  if (!isRepositoryId(id)) {
    throw badRequest(
      `argument ${argument}: repository id: invalid value: validation error`,
    );
  }
}

/** @throws LakeFsError 400; 500 for an empty name, as the real server answers */
export function checkBranchId(
  id: string,
  argument = 'branch',
  explanation = '',
): void {
  if (id === '') throw missing(argument);
  if (!isBranchId(id)) {
    throw badRequest(
      `argument ${argument}: branch id: invalid value: validation error${explanation}`,
    );
  }
}

/** @throws LakeFsError 400; 500 for an empty name, as the real server answers */
export function checkTagId(id: string): void {
  if (id === '') throw missing('tagID');
  if (!isTagId(id)) {
    throw badRequest('argument tagID: tag id: invalid value: validation error');
  }
}

/** @throws LakeFsError 400 for a path that is too long; 500 for an empty one */
export function checkPath(path: string): void {
  if (path === '') throw missing('path');
  const length = Buffer.byteLength(path);
  if (length > LONGEST_PATH) {
    throw badRequest(
      `argument path: invalid value: validation error: ${length} is above maximum length (${LONGEST_PATH})`,
    );
  }
}

/** What the server says of an argument that is empty; nobody made a 400 of it. */
export function missing(argument: string): LakeFsError {
  return new LakeFsError(
    500,
    `argument ${argument}: required value: validation error`,
  );
}
