import { ANNOTATION_STARTED_BY } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
  RunFacts,
} from '@millrace/backstage-plugin-data-platform-node';
import { applicationRef } from '../spark/applicationRef';
import { executorsWanted } from '../spark/executorsWanted';
import { textAt } from '../values/field';
import { endedAt } from '../spark/model/sparkAttempt';
import { DRIVER_CONTAINER } from '../spark/names';
import {
  isBeforeDriver,
  isInitial,
  isStopping,
  isTerminated,
} from './model/applicationState';
import { overdueAt } from './model/expiry';
import { ApacheAttempt, sparkAttempt } from './model/sparkAttempt';

/** Identity, times and end of the attempt that the object shows now. Undefined before the operator has taken it up. */
export function sparkRun(
  object: KubernetesObject,
  ctx: AssessContext,
): RunFacts | undefined {
  const attempt = sparkAttempt(object, ctx);
  if (attempt.submissionId === undefined) {
    return undefined;
  }
  const outcome = outcomeOf(attempt);
  const over = outcome !== undefined || isTerminated(attempt.state);
  const finishedAt = over ? endedAt(attempt) ?? attempt.current?.at : undefined;
  const logPod = logPodOf(attempt);
  const lookAgainAt = overdueAt(attempt);
  const person = textAt(object.metadata, 'annotations', ANNOTATION_STARTED_BY);
  return {
    attempt: attempt.submissionId,
    submittedAt: attempt.submittedAt ?? attempt.createdAt,
    ...(attempt.driverStartedAt !== undefined && {
      startedAt: attempt.driverStartedAt,
    }),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(outcome && { outcome }),
    ...(lookAgainAt !== undefined && { lookAgainAt }),
    trigger: person ? { type: 'person', by: person } : { type: 'external' },
    ...(logPod && { logPod }),
    spark: applicationRef(attempt),
    executors: executorsWanted(attempt.size.demand),
  };
}

/** How this attempt ended: by the operator's record, and before there is one by the driver's pod. */
function outcomeOf(attempt: ApacheAttempt): RunFacts['outcome'] {
  const { state, driver, driverEnd, end } = attempt;
  if (
    isTerminated(state) ||
    isStopping(state) ||
    state === 'ScheduledToRestart'
  ) {
    return end?.outcome;
  }
  if (!driverEnd || driver?.deletingSince !== undefined) {
    return undefined;
  }
  if (driverEnd.exitCode !== 0) {
    return 'failed';
  }
  // The operator counts a driver that it never saw run as failed, whatever its exit code.
  return isBeforeDriver(state) ? undefined : 'succeeded';
}

function logPodOf(attempt: ApacheAttempt): RunFacts['logPod'] {
  const { driver, goneDriver, state, applicationId } = attempt;
  const pod = driver ?? goneDriver;
  const made =
    !isInitial(state) && attempt.end?.entry.state !== 'SchedulingFailure';
  const name = pod?.name ?? (made ? `${applicationId}-driver` : undefined);
  return name
    ? { name, container: DRIVER_CONTAINER, ...(pod?.uid && { uid: pod.uid }) }
    : undefined;
}
