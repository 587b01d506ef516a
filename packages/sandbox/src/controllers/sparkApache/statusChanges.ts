import { instant } from '../instant';
import {
  isFailure,
  isInfrastructureFailure,
  isInitializing,
  isStopping,
  lastEntry,
  type ApplicationState,
  type ApplicationStatus,
  type AttemptInfo,
  type StateSummary,
} from './ApplicationStatus';
import type { EffectiveTolerations } from './SparkApplication';
import { MESSAGES } from './stateMessages';

/** A state as Java's `Instant` writes its time. */
export function newState(
  currentStateSummary: StateSummary,
  now: number,
  message?: string,
  lastObservedDriverStatus?: object,
): ApplicationState {
  return {
    currentStateSummary,
    lastTransitionTime: new Date(now).toISOString(),
    ...(message ? { message } : {}),
    ...(lastObservedDriverStatus ? { lastObservedDriverStatus } : {}),
  };
}

const FIRST_ATTEMPT: AttemptInfo = {
  id: 0,
  restartCounter: 0,
  failureRestartCounter: 0,
  schedulingFailureRestartCounter: 0,
};

/** The status that the operator gives to an application that has none. */
export function initialStatus(now: number): ApplicationStatus {
  const currentState = newState('Submitted', now, MESSAGES.submitted);
  return {
    currentState,
    stateTransitionHistory: { '0': currentState },
    currentAttemptSummary: { attemptInfo: FIRST_ATTEMPT },
  };
}

/** The status with one more state. */
export function appendState(
  status: ApplicationStatus,
  state: ApplicationState,
): ApplicationStatus {
  const [last] = lastEntry(status.stateTransitionHistory) ?? [-1];
  return {
    ...status,
    currentState: state,
    stateTransitionHistory: {
      ...status.stateTransitionHistory,
      [String(last + 1)]: state,
    },
  };
}

function restartsOn(
  policy: EffectiveTolerations['restartConfig']['restartPolicy'],
  state: StateSummary,
): boolean {
  switch (policy) {
    case 'Always':
      return true;
    case 'OnFailure':
      return isFailure(state);
    case 'OnInfrastructureFailure':
      return isInfrastructureFailure(state);
    default:
      return false;
  }
}

function nextAttempt(
  info: AttemptInfo,
  state: StateSummary,
  reset: boolean,
): AttemptInfo {
  const scheduling = state === 'SchedulingFailure';
  return {
    id: info.id + 1,
    restartCounter: reset ? 1 : info.restartCounter + 1,
    failureRestartCounter:
      !reset && isFailure(state) ? info.failureRestartCounter + 1 : 0,
    schedulingFailureRestartCounter:
      !reset && scheduling ? info.schedulingFailureRestartCounter + 1 : 0,
  };
}

/** Why no further attempt is made, or undefined while one is allowed. */
function limitReached(
  config: EffectiveTolerations['restartConfig'],
  next: AttemptInfo,
  state: StateSummary,
): string | undefined {
  const { maxRestartOnSchedulingFailure, maxRestartOnFailure } = config;
  if (next.restartCounter > config.maxRestartAttempts) {
    return `The maximum number of restart attempts (${config.maxRestartAttempts}) has been exceeded.`;
  }
  if (
    maxRestartOnSchedulingFailure !== undefined &&
    state === 'SchedulingFailure'
  ) {
    return next.schedulingFailureRestartCounter > maxRestartOnSchedulingFailure
      ? `The maximum number of restart attempts on consecutive scheduling failures (${maxRestartOnSchedulingFailure}) has been exceeded.`
      : undefined;
  }
  return maxRestartOnFailure !== undefined &&
    isFailure(state) &&
    next.failureRestartCounter > maxRestartOnFailure
    ? `The maximum number of restart attempts on consecutive failures (${maxRestartOnFailure}) has been exceeded.`
    : undefined;
}

/** When the attempt began that the status is in: its newest initializing state. */
function attemptBegan(status: ApplicationStatus): number {
  const began = Object.entries(status.stateTransitionHistory)
    .sort(([left], [right]) => Number(right) - Number(left))
    .find(([, state]) => isInitializing(state.currentStateSummary));
  return instant(began?.[1].lastTransitionTime) ?? 0;
}

/** Ms to wait before an attempt that follows on a state. */
export function restartBackoffMs(
  config: EffectiveTolerations['restartConfig'],
  state: StateSummary,
): number {
  const { restartBackoffMillisForSchedulingFailure: scheduling } = config;
  if (state === 'SchedulingFailure' && scheduling !== undefined) {
    return scheduling;
  }
  return isFailure(state)
    ? config.restartBackoffMillisForFailure ?? config.restartBackoffMillis
    : config.restartBackoffMillis;
}

/**
 * The status of an attempt that is over once its driver is gone: terminated, or scheduled to restart. A restart trims the
 * history (`reconciler.trimStateTransitionHistoryEnabled` is on by default): what was moves to `previousAttemptSummary`
 * (`terminateOrRestart` in ApplicationStatus.java, 1.0.0).
 *
 * @throws Error when the attempt is not over
 */
export function terminateOrRestart(
  status: ApplicationStatus,
  tolerations: EffectiveTolerations,
  now: number,
  message?: string,
): ApplicationStatus {
  const { currentStateSummary: current } = status.currentState;
  if (!isStopping(current)) {
    throw new Error(`An application in state ${current} is not stopping`);
  }
  const { restartConfig, resourceRetainPolicy } = tolerations;
  const end = (why?: string) => {
    const retained =
      resourceRetainPolicy === 'Always' ||
      (resourceRetainPolicy === 'OnFailure' && isFailure(current));
    return appendState(
      status,
      newState(
        retained ? 'TerminatedWithoutReleaseResources' : 'ResourceReleased',
        now,
        why,
      ),
    );
  };
  if (!restartsOn(restartConfig.restartPolicy, current)) return end(message);
  const resetMs = restartConfig.restartCounterResetMillis;
  const next = nextAttempt(
    status.currentAttemptSummary?.attemptInfo ?? FIRST_ATTEMPT,
    current,
    resetMs >= 0 && now - attemptBegan(status) >= resetMs,
  );
  const limit = limitReached(restartConfig, next, current);
  if (limit) return end(limit + (message ?? ''));
  const state = newState('ScheduledToRestart', now, message);
  const [last] = lastEntry(status.stateTransitionHistory) ?? [-1];
  return {
    currentState: state,
    stateTransitionHistory: { [String(last + 1)]: state },
    previousAttemptSummary: {
      attemptInfo: status.currentAttemptSummary?.attemptInfo,
      stateTransitionHistory: status.stateTransitionHistory,
    },
    currentAttemptSummary: { attemptInfo: next },
  };
}
