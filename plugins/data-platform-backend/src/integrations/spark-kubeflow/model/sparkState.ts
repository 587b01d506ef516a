/**
 * Values of `status.applicationState.state`; empty means that the operator has not written it yet.
 * Source: kubeflow/spark-operator api/v1beta2/sparkapplication_types.go, ApplicationStateType.
 */
export const SPARK_STATES = [
  '',
  'SUBMITTED',
  'RUNNING',
  'COMPLETED',
  'FAILED',
  'SUBMISSION_FAILED',
  'PENDING_RERUN',
  'INVALIDATING',
  'SUCCEEDING',
  'FAILING',
  'SUSPENDING',
  'SUSPENDED',
  'RESUMING',
  'UNKNOWN',
] as const;

export type SparkState = (typeof SPARK_STATES)[number];

export function isSparkState(text: string): text is SparkState {
  return (SPARK_STATES as readonly string[]).includes(text);
}

/** The states that the operator never leaves by itself. */
export function isTerminal(state: string): boolean {
  return state === 'COMPLETED' || state === 'FAILED';
}
