import { field, numberAt, textAt } from '../../values/field';
import { RestartPolicy } from '../../spark/model/restartPolicy';
import { isFailure, isInfrastructureFailure } from './applicationState';

/** Source: apache/spark-kubernetes-operator RestartConfig.java. */
const DEFAULT_MAX_RESTARTS = 3;
const DEFAULT_BACKOFF_MS = 30_000;

const CONFIG = ['applicationTolerations', 'restartConfig'] as const;

/** Counters of an attempt, as `attemptInfo` has them. */
export interface AttemptCounters {
  /** 0 for the first. */
  id: number;
  restarts: number;
  failures: number;
  schedulingFailures: number;
}

export function countersOf(attemptInfo: unknown): AttemptCounters {
  const count = (key: string) =>
    Math.max(0, Math.floor(numberAt(attemptInfo, key) ?? 0));
  return {
    id: count('id'),
    // The older version of the API has no counter; without resets it is the same number.
    restarts: count(
      field(attemptInfo, 'restartCounter') === undefined
        ? 'id'
        : 'restartCounter',
    ),
    failures: count('failureRestartCounter'),
    schedulingFailures: count('schedulingFailureRestartCounter'),
  };
}

/** How often a definition may run, as far as its policy restarts on such an end. */
export function restartRules(spec: unknown, endState: string): RestartPolicy {
  const restarts = restartsOn(spec, endState);
  return {
    always: textAt(spec, ...CONFIG, 'restartPolicy') === 'Always',
    maxExecutions: restarts ? 1 + maxRestarts(spec) : 1,
  };
}

/**
 * Whether the operator starts another attempt after this end.
 * @param lastedMs - how long the attempt lasted; a long one may reset the counters
 * Source: ApplicationStatus.terminateOrRestart, RestartPolicy.attemptRestartOnState.
 */
export function restartFollows(
  spec: unknown,
  endState: string,
  counters: AttemptCounters,
  lastedMs: number | undefined,
): boolean {
  if (!restartsOn(spec, endState)) {
    return false;
  }
  const limit = (key: string) => numberAt(spec, ...CONFIG, key);
  const resetAfter = limit('restartCounterResetMillis') ?? -1;
  const reset =
    resetAfter >= 0 && lastedMs !== undefined && lastedMs >= resetAfter;
  const restarts = reset ? 1 : counters.restarts + 1;
  if (restarts > maxRestarts(spec)) {
    return false;
  }
  const scheduling = limit('maxRestartOnSchedulingFailure');
  if (endState === 'SchedulingFailure' && scheduling !== undefined) {
    return (reset ? 0 : counters.schedulingFailures + 1) <= scheduling;
  }
  const failing = limit('maxRestartOnFailure');
  return isFailure(endState) && failing !== undefined
    ? (reset ? 0 : counters.failures + 1) <= failing
    : true;
}

/** How long the operator waits before the next attempt, ms. Source: RestartConfig.getEffectiveRestartBackoffMillis. */
export function backoffMs(spec: unknown, endState: string): number {
  const wait = (key: string) => numberAt(spec, ...CONFIG, key);
  const special =
    (endState === 'SchedulingFailure'
      ? wait('restartBackoffMillisForSchedulingFailure')
      : undefined) ??
    (isFailure(endState) ? wait('restartBackoffMillisForFailure') : undefined);
  return Math.max(
    0,
    special ?? wait('restartBackoffMillis') ?? DEFAULT_BACKOFF_MS,
  );
}

function maxRestarts(spec: unknown): number {
  return Math.max(
    0,
    Math.floor(
      numberAt(spec, ...CONFIG, 'maxRestartAttempts') ?? DEFAULT_MAX_RESTARTS,
    ),
  );
}

function restartsOn(spec: unknown, endState: string): boolean {
  switch (field(spec, ...CONFIG, 'restartPolicy')) {
    case 'Always':
      return true;
    case 'OnFailure':
      return isFailure(endState);
    case 'OnInfrastructureFailure':
      return isInfrastructureFailure(endState);
    default:
      return false;
  }
}
