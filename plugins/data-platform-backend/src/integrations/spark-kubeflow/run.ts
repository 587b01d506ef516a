import {
  AssessContext,
  KubernetesObject,
  RunFacts,
} from '@millrace/backstage-plugin-data-platform-node';
import { ANNOTATION_STARTED_BY } from '@millrace/backstage-plugin-data-platform-common';
import { applicationRef } from '../spark/applicationRef';
import { executorsWanted } from '../spark/executorsWanted';
import { OVERDUE_MS } from '../spark/facts/expiryFact';
import { textAt } from '../values/field';
import { endedAt, SparkAttempt } from '../spark/model/sparkAttempt';
import { LABEL_SCHEDULED_APP_NAME } from './names';
import { expiresAt } from './model/expiry';
import { sparkAttempt } from './model/sparkAttempt';
import { DRIVER_CONTAINER } from '../spark/names';

/** Identity, times and end of the attempt that the object shows now. Undefined before anything was submitted. */
export function sparkRun(
  object: KubernetesObject,
  ctx: AssessContext,
): RunFacts | undefined {
  const attempt = sparkAttempt(object, ctx);
  const id = attemptId(attempt);
  if (id === undefined) {
    return undefined;
  }
  const outcome = outcomeOf(attempt);
  const finishedAt = outcome && (endedAt(attempt) ?? refusedAt(attempt));
  const logPod = logPodOf(attempt);
  const expiry = expiresAt(attempt);
  return {
    attempt: id,
    submittedAt: attempt.submittedAt ?? attempt.createdAt,
    ...(attempt.driverStartedAt !== undefined && {
      startedAt: attempt.driverStartedAt,
    }),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(outcome && { outcome }),
    ...(expiry !== undefined && { lookAgainAt: expiry + OVERDUE_MS }),
    trigger: triggerOf(object),
    ...(logPod && { logPod }),
    spark: applicationRef(attempt),
    executors: executorsWanted(attempt.size.demand),
  };
}

/** A submission that was refused is a run too, even where the operator gave it no id. */
function attemptId(attempt: SparkAttempt): string | undefined {
  if (attempt.submissionId) {
    return attempt.submissionId;
  }
  const tried =
    attempt.state === 'FAILED' || attempt.state === 'SUBMISSION_FAILED';
  return tried ? `submission-${attempt.submissions ?? 1}` : undefined;
}

/** How this attempt ended. A retry, a resume or an edited definition starts another; this one stays as it was. */
function outcomeOf(attempt: SparkAttempt): RunFacts['outcome'] {
  const { state, driverEnd, driver, executions, suspendAsked } = attempt;
  switch (state) {
    case 'COMPLETED':
    case 'SUCCEEDING':
      return (driverEnd?.exitCode ?? 0) === 0 ? 'succeeded' : 'failed';
    case 'FAILED':
    case 'FAILING':
    case 'SUBMISSION_FAILED':
      return 'failed';
    case 'INVALIDATING':
    case 'SUSPENDING':
    case 'SUSPENDED':
    case 'RESUMING':
      return 'cancelled';
    case 'PENDING_RERUN':
      // The operator forgets the number of executions when the definition was changed, and keeps it after a failure.
      return executions ? 'failed' : 'cancelled';
    case 'SUBMITTED':
    case 'RUNNING':
    case 'UNKNOWN': {
      const stopped = suspendAsked || driver?.deletingSince !== undefined;
      if (!driverEnd || stopped) {
        return undefined;
      }
      return driverEnd.exitCode === 0 ? 'succeeded' : 'failed';
    }
    default:
      return undefined;
  }
}

function refusedAt(attempt: SparkAttempt): number | undefined {
  return attempt.state === 'SUBMISSION_FAILED'
    ? attempt.submittedAt
    : undefined;
}

function triggerOf({ metadata }: KubernetesObject): RunFacts['trigger'] {
  const person = textAt(metadata, 'annotations', ANNOTATION_STARTED_BY);
  if (person) {
    return { type: 'person', by: person };
  }
  const schedule = textAt(metadata, 'labels', LABEL_SCHEDULED_APP_NAME);
  return schedule ? { type: 'schedule', by: schedule } : { type: 'external' };
}

function logPodOf(attempt: SparkAttempt): RunFacts['logPod'] {
  const recorded = attempt.executions
    ? textAt(attempt.object.status, 'driverInfo', 'podName')
    : undefined;
  const { driver = attempt.goneDriver } = attempt;
  const name = driver?.name ?? recorded;
  return name
    ? { name, container: DRIVER_CONTAINER, ...(driver && { uid: driver.uid }) }
    : undefined;
}
