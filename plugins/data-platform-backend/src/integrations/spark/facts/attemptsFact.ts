import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import { SparkAttempt } from '../model/sparkAttempt';
import { fact } from '../../verdicts/fact';

/** `2 of 4`: how often it was tried, of how often it may be. */
export function attemptsFact({
  executions,
  restart,
}: SparkAttempt): readonly Fact[] {
  if (executions === undefined) {
    return [];
  }
  const max = restart.maxExecutions;
  return fact(
    'attempts',
    'Attempts',
    max !== undefined && executions <= max
      ? `${executions} of ${max}`
      : `${executions}`,
  );
}
