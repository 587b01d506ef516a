/** What the operator does when a run fails. */
export interface RestartPolicy {
  /** Largest number of executions; undefined: without end. */
  maxExecutions?: number;
  /** Largest number of submissions; undefined: without end. */
  maxSubmissions?: number;
  /** Runs again even after a success. */
  always: boolean;
}

/** True when one more is allowed after `done`. */
export function mayRetry(done: number, max: number | undefined): boolean {
  return max === undefined || done < max;
}
