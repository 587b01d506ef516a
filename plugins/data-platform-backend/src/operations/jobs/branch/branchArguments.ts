import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { errorAt } from '../../findings';

/** `{{branch.uri}}`; other names in braces belong to the job. */
const VARIABLE = /\{\{\s*(branch\.[\w.-]*)\s*\}\}/g;

/** Names of the variables of a branch that arguments use, each once. */
export function branchVariables(texts: readonly string[]): string[] {
  const names = texts.flatMap(text =>
    [...text.matchAll(VARIABLE)].map(([, name]) => name),
  );
  return [...new Set(names)];
}

/** The arguments with the values of the branch. One pass: what a value holds is not looked at again. */
export function withBranchVariables(
  texts: readonly string[],
  variables: Readonly<Record<string, string>>,
): { arguments: string[]; findings: Finding[] } {
  const known = new Map(Object.entries(variables));
  const unknown = branchVariables(texts).filter(name => !known.has(name));
  return {
    arguments: texts.map(text =>
      text.replace(VARIABLE, (whole, name: string) => known.get(name) ?? whole),
    ),
    findings: unknown.map(name =>
      errorAt(
        'arguments',
        `There is no variable {{${name}}}.`,
        `Known are ${[...known.keys()].map(each => `{{${each}}}`).join(', ')}.`,
      ),
    ),
  };
}

/** Arguments that name a branch, of a run that is on none. */
export function withoutBranch(texts: readonly string[]): Finding[] {
  const [name] = branchVariables(texts);
  return name === undefined
    ? []
    : [
        errorAt(
          'branch',
          `The arguments use {{${name}}}, and the run is on no data branch.`,
          'Choose a data branch, or give other arguments.',
        ),
      ];
}
