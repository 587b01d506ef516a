import { instant } from '../instant';
import { applicationStatus, type SparkApplication } from './SparkApplication';

const DEFAULT_INTERVAL_SECONDS = 5;

/** Whether the restart policy asks for another attempt from the state that the application is in (`ShouldRetry`). */
export function shouldRetry(app: SparkApplication): boolean {
  const { type, onFailureRetries, onSubmissionFailureRetries } =
    app.spec.restartPolicy ?? {};
  const status = applicationStatus(app);
  switch (status.applicationState.state) {
    case 'SUCCEEDING':
      return type === 'Always';
    case 'FAILING':
      if (type === 'Always') return true;
      return (
        type === 'OnFailure' &&
        onFailureRetries !== undefined &&
        (status.executionAttempts ?? 0) <= onFailureRetries
      );
    case 'SUBMISSION_FAILED':
      if (type === 'Always') return true;
      return (
        type === 'OnFailure' &&
        onSubmissionFailureRetries !== undefined &&
        (status.submissionAttempts ?? 0) <= onSubmissionFailureRetries
      );
    default:
      return false;
  }
}

/** Ms until the next attempt is due: the interval times the attempts made, counted from the last submission. */
export function retryDueInMs(app: SparkApplication, now: number): number {
  const policy = app.spec.restartPolicy ?? {};
  const status = applicationStatus(app);
  const seconds =
    (status.applicationState.state === 'SUBMISSION_FAILED'
      ? policy.onSubmissionFailureRetryInterval
      : policy.onFailureRetryInterval) ?? DEFAULT_INTERVAL_SECONDS;
  const attempts = status.submissionAttempts ?? 1;
  const last = instant(status.lastSubmissionAttemptTime) ?? now;
  return seconds * 1000 * attempts - (now - last);
}
