/** Size of a driver or of each executor, as a person asks for it for one run. */
export interface PodValues {
  cores?: number;
  /** As Spark reads it: `4g`. */
  memory?: string;
  memoryOverhead?: string;
}

/** What one run has other than its definition. */
export interface RunValues {
  arguments?: readonly string[];
  driver?: PodValues;
  executor?: PodValues & { instances?: number };
}
