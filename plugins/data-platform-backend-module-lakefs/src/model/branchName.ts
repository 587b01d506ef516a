const LONGEST = 100;
/** lakeFS has no limit of length; a path of a request has. */
const LONGEST_REF = 1_000;

/** Why a text cannot be the id of a new tag. What lakeFS accepts and can not read as a ref later is refused. */
export function tagNameProblem(id: string): string | undefined {
  if (id === '') return 'Give the tag a name.';
  if (id.length > LONGEST) {
    return `The name has ${id.length} characters, at most ${LONGEST} are allowed.`;
  }
  return /^\w[\w.-]*$/.test(id) && !id.includes('..') && !/\.lock$/.test(id)
    ? undefined
    : 'A tag has letters, digits, _, - and single dots; it begins with a letter, a digit or _ and does not end in .lock.';
}

/** A ref that may be asked for: a branch, a tag, a commit id or its beginning. No expressions: `main~1` is not asked. */
export function isRef(text: string): boolean {
  return text.length <= LONGEST_REF && /^\w[\w.-]*$/.test(text);
}
