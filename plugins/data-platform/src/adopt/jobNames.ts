import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { nameProblem } from '@millrace/backstage-plugin-data-platform-react';

/** The most jobs that one operation adopts. */
export const MOST_JOBS = 50;

/** What is wrong with the names that jobs are to have, by their place in the list. */
export function jobNameProblems(names: readonly string[]): Finding[] {
  const seen = new Map<string, number>();
  const problems: Finding[] = [];
  names.forEach((name, index) => {
    const before = seen.get(name);
    const message =
      nameProblem(name) ??
      (before === undefined
        ? undefined
        : `Number ${before + 1} has this name already.`);
    if (message) {
      problems.push({ level: 'error', field: `jobs.${index}`, message });
    }
    if (before === undefined) {
      seen.set(name, index);
    }
  });
  return problems;
}
