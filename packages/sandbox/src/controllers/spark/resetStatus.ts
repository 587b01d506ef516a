import type { SparkApplicationStatus } from './SparkApplication';

/** Forgets what belongs to the attempt that is over; what is forgotten depends on the state it ended in. */
export function resetStatus(
  status: SparkApplicationStatus,
): SparkApplicationStatus {
  const cleared: SparkApplicationStatus = {
    ...status,
    applicationState: { state: status.applicationState.state },
    driverInfo: {},
    executorState: undefined,
    sparkApplicationId: undefined,
  };
  switch (status.applicationState.state) {
    case 'SUCCEEDING':
    case 'FAILING':
      return { ...cleared, terminationTime: null };
    case 'INVALIDATING':
      return {
        ...cleared,
        terminationTime: null,
        submissionAttempts: undefined,
        executionAttempts: undefined,
        lastSubmissionAttemptTime: null,
      };
    case 'SUSPENDED':
      return cleared;
    default:
      return status;
  }
}
