/** A job that is to run on a branch once that is made. */
export interface JobOnBranch {
  /** Entity ref. */
  jobRef: string;
  /** In place of those of the definition, where there are any. */
  arguments: readonly string[];
}
