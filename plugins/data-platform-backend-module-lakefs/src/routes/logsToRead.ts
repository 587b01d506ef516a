const MOST_REPOSITORIES = 10;
const MOST_BRANCHES = 5;

/** One branch whose log is read. */
export interface Log<R> {
  repository: R;
  branch: string;
}

/**
 * Whose logs are read for the history of many repositories: each is a request to a server, so of ten repositories five
 * branches each, and a sentence that says what is left out.
 * @param branchesOf - of a repository, what counts most first
 */
export function logsToRead<R>(
  repositories: readonly R[],
  branchesOf: (repository: R) => readonly string[],
): { logs: Log<R>[]; note?: string } {
  const logs: Log<R>[] = [];
  let left = 0;
  for (const repository of repositories.slice(0, MOST_REPOSITORIES)) {
    const branches = branchesOf(repository);
    left += Math.max(0, branches.length - MOST_BRANCHES);
    for (const branch of branches.slice(0, MOST_BRANCHES)) {
      logs.push({ repository, branch });
    }
  }
  const others = repositories.length - MOST_REPOSITORIES;
  const words = [
    ...(others > 0 ? [`${others} of ${repositories.length} repositories`] : []),
    ...(left > 0
      ? [
          `${left} protected branch${
            left === 1 ? '' : 'es'
          } of repositories with more than ${MOST_BRANCHES}`,
        ]
      : []),
  ];
  return words.length > 0
    ? { logs, note: `Not looked at: ${words.join(', and ')}.` }
    : { logs };
}
