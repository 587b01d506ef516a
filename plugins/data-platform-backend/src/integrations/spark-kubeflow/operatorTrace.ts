import {
  AssessContext,
  KubernetesObject,
  OperatorTrace,
} from '@millrace/backstage-plugin-data-platform-node';
import { textAt, timeAt } from '../values/field';
import { operatorTrace } from '../verdicts/operatorTrace';
import { sparkAttempt } from './model/sparkAttempt';

/** States that end with the driver. A suspension or a retry deletes the driver itself. */
const ALIVE = ['SUBMITTED', 'RUNNING', 'UNKNOWN'];

/** What a SparkApplication tells about the operator. */
export function sparkApplicationTrace(
  object: KubernetesObject,
  ctx: AssessContext,
): OperatorTrace {
  const { metadata, status } = object;
  const state = textAt(status, 'applicationState', 'state') ?? '';
  return operatorTrace({
    createdAt: timeAt(metadata, 'creationTimestamp'),
    deleting: timeAt(metadata, 'deletionTimestamp') !== undefined,
    touched: state !== '',
    written: [
      timeAt(status, 'lastSubmissionAttemptTime'),
      timeAt(status, 'terminationTime'),
    ],
    ...(ALIVE.includes(state) && {
      unrecordedEnd: sparkAttempt(object, ctx).driverEnd?.finishedAt,
    }),
  });
}

/** What a ScheduledSparkApplication tells about it. A run that is due may be refused by a quota: that owes nothing. */
export function scheduleTrace({
  metadata,
  status,
}: KubernetesObject): OperatorTrace {
  return operatorTrace({
    createdAt: timeAt(metadata, 'creationTimestamp'),
    deleting: timeAt(metadata, 'deletionTimestamp') !== undefined,
    touched: textAt(status, 'scheduleState') !== undefined,
    written: [timeAt(status, 'lastRun')],
  });
}
