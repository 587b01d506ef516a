const LONGEST = 100;

/**
 * Why a name cannot be that of a new branch, as a sentence; undefined where it can. lakeFS allows ASCII letters, digits,
 * `_` and `-`, not at the beginning (pkg/validator/validate.go), and has no limit of length: the portal has one, because
 * a branch is part of every path.
 */
export function branchNameProblem(name: string): string | undefined {
  if (name === '') return 'Give the branch a name.';
  if (name.length > LONGEST) {
    return `The name has ${name.length} characters, at most ${LONGEST} are allowed.`;
  }
  if (/^[0-9a-f]{64}$/.test(name)) {
    return 'A branch cannot be named like a commit.';
  }
  if (/^\w[-\w]*$/.test(name)) return undefined;
  const proposal = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST);
  return `lakeFS allows letters, digits, _ and - in the name of a branch, and no - at its beginning${
    proposal ? `: "${proposal}" would do` : ''
  }.`;
}
