const NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const LONGEST = 50;

/** Why a text is no name of a job or domain; undefined when it is one. */
export function nameProblem(name: string): string | undefined {
  if (!name) {
    return 'Give a name.';
  }
  if (!NAME.test(name)) {
    return 'Use lower-case letters, digits and dashes; begin with a letter and do not end with a dash.';
  }
  return name.length > LONGEST
    ? `At most ${LONGEST} characters; this has ${name.length}.`
    : undefined;
}
