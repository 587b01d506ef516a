/** A data branch, as the step that made it passes it on. */
export interface BranchOnServer {
  /** Name of the lakeFS server. */
  source: string;
  repository: string;
  branch: string;
}
