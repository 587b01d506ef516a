import {
  AssessContext,
  KubernetesObject,
  OperatorTrace,
} from '@millrace/backstage-plugin-data-platform-node';
import { field, timeAt } from '../values/field';
import { operatorTrace } from '../verdicts/operatorTrace';
import { isStopping, isTerminated } from './model/applicationState';
import { sparkAttempt } from './model/sparkAttempt';
import { currentState } from './model/stateHistory';

/** What a run shows of its operator. */
export function applicationTrace(
  object: KubernetesObject,
  ctx: AssessContext,
): OperatorTrace {
  const { state, current, driver, driverEnd, suspendAsked } = sparkAttempt(
    object,
    ctx,
  );
  const alive =
    !isTerminated(state) &&
    !isStopping(state) &&
    state !== 'ScheduledToRestart';
  return operatorTrace({
    createdAt: suspendAsked
      ? undefined
      : timeAt(object.metadata, 'creationTimestamp'),
    deleting: field(object.metadata, 'deletionTimestamp') !== undefined,
    touched: state !== '',
    written: [current?.at],
    ...(alive &&
      driver?.deletingSince === undefined && {
        unrecordedEnd: driverEnd?.finishedAt,
      }),
  });
}

/** What a cluster shows of its operator. */
export function clusterTrace(object: KubernetesObject): OperatorTrace {
  const current = currentState(object.status);
  return operatorTrace({
    createdAt: timeAt(object.metadata, 'creationTimestamp'),
    deleting: field(object.metadata, 'deletionTimestamp') !== undefined,
    touched: current !== undefined,
    written: [current?.at],
  });
}
