import { countAt, textAt } from './field';

/** What the operator does when a run fails. */
export interface RestartPolicy {
  /** Largest number of executions; undefined: without end. */
  maxExecutions?: number;
  /** Largest number of submissions; undefined: without end. */
  maxSubmissions?: number;
  /** Runs again even after a success. */
  always: boolean;
}

/** Source: kubeflow/spark-operator pkg/util/sparkapplication.go, ShouldRetry: no number of retries means none. */
export function restartPolicy(spec: unknown): RestartPolicy {
  switch (textAt(spec, 'restartPolicy', 'type')) {
    case 'Always':
      return { always: true };
    case 'OnFailure':
      return {
        always: false,
        maxExecutions:
          1 + (countAt(spec, 'restartPolicy', 'onFailureRetries') ?? 0),
        maxSubmissions:
          1 +
          (countAt(spec, 'restartPolicy', 'onSubmissionFailureRetries') ?? 0),
      };
    default:
      return { always: false, maxExecutions: 1, maxSubmissions: 1 };
  }
}

/** True when one more is allowed after `done`. */
export function mayRetry(done: number, max: number | undefined): boolean {
  return max === undefined || done < max;
}
