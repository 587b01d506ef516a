/** Id of the system: its routes are below `/v1/lakefs`. */
export const LAKEFS = 'lakefs';
/** Kinds of its rows in the index. */
export const KIND_REPOSITORY = 'Repository';
export const KIND_BRANCH = 'Branch';

/** A repository of a server, as routes and rows name it. */
export interface RepositoryAddress {
  /** Name of the server in the portal's configuration. */
  source: string;
  repository: string;
}

/** Where the routes of one repository are. */
export function repositoryPath(
  { source, repository }: RepositoryAddress,
  rest: string,
): string {
  return `repositories/${source}/${repository}/${rest}`;
}
