import type { KubeObject } from '../../types';
import { instant } from '../instant';
import { podStatus } from '../pods/PodStatus';
import { terminatedContainer } from '../spark/podStates';
import { DRIVER_CONTAINER } from '../spark/sparkLabels';
import { isBefore, type ApplicationState } from './ApplicationStatus';
import { tolerationsOf, type SparkApplication } from './SparkApplication';
import { MESSAGES } from './stateMessages';
import { newState } from './statusChanges';

/** Running, with the condition Ready. */
export function isPodReady(pod: KubeObject): boolean {
  const { phase, conditions } = podStatus(pod);
  return (
    phase === 'Running' &&
    (conditions ?? []).some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    )
  );
}

/** How a driver ended, if it did. One that ended well before anybody saw it start counts as failed. */
function ending(
  pod: KubeObject,
  wasReady: boolean,
  now: number,
): ApplicationState | undefined {
  const { phase, reason, containerStatuses } = podStatus(pod);
  if (!containerStatuses?.length) return undefined;
  if (phase === 'Failed') {
    const state = reason === 'Evicted' ? 'DriverEvicted' : 'Failed';
    return newState(state, now, MESSAGES.driverFailed, pod.status);
  }
  if (phase === 'Succeeded') {
    return wasReady
      ? newState('Succeeded', now, MESSAGES.completed)
      : newState('Failed', now, MESSAGES.endedBeforeReady, pod.status);
  }
  const end = terminatedContainer(pod, DRIVER_CONTAINER);
  if (!end) return undefined;
  return end.exitCode > 0
    ? newState('Failed', now, MESSAGES.driverFailed, pod.status)
    : newState('Succeeded', now, MESSAGES.driverSucceeded, pod.status);
}

/**
 * What a driver's pod tells of an attempt that is not yet ready: up to two states at once, of which the later one counts
 * (AppDriverStartObserver and AppDriverReadyObserver, 1.0.0).
 */
export function observeStart(
  app: SparkApplication,
  pod: KubeObject,
  now: number,
): ApplicationState[] {
  const current = app.status!.currentState.currentStateSummary;
  const states: (ApplicationState | undefined)[] = [];
  if (isBefore(current, 'DriverStarted')) {
    const started = podStatus(pod).containerStatuses?.some(
      ({ name, ready }) => name === DRIVER_CONTAINER && ready,
    );
    states.push(
      started
        ? newState('DriverStarted', now, MESSAGES.driverStarted)
        : ending(pod, false, now),
    );
  }
  states.push(
    isPodReady(pod)
      ? newState('DriverReady', now, MESSAGES.driverReady)
      : ending(pod, true, now),
  );
  return states.filter(state => state !== undefined);
}

/** How a driver that was ready has ended, if it has. */
export function observeEnd(
  pod: KubeObject,
  now: number,
): ApplicationState | undefined {
  return ending(pod, true, now);
}

/** Until when the application may stay in its state, and what it is after that. */
function deadline(app: SparkApplication) {
  const { applicationTimeoutConfig: config } = tolerationsOf(app);
  switch (app.status!.currentState.currentStateSummary) {
    case 'DriverRequested':
      return {
        ms: config.driverStartTimeoutMillis,
        state: 'DriverStartTimedOut' as const,
        message: MESSAGES.driverTimedOut,
      };
    case 'DriverStarted':
      return {
        ms: config.driverReadyTimeoutMillis,
        state: 'DriverReadyTimedOut' as const,
        message: MESSAGES.driverTimedOut,
      };
    case 'DriverReady':
    case 'InitializedBelowThresholdExecutors':
      return {
        ms: config.executorStartTimeoutMillis,
        state: 'ExecutorsStartTimedOut' as const,
        message: MESSAGES.executorsTimedOut,
      };
    default:
      return undefined;
  }
}

/** The state of an application that has waited too long, or in how many ms that will be so; neither where nothing runs out. */
export function observeTimeout(
  app: SparkApplication,
  pod: KubeObject,
  now: number,
): { state?: ApplicationState; dueInMs?: number } {
  const limit = deadline(app);
  if (!limit || limit.ms <= 0) return {};
  const since = instant(app.status!.currentState.lastTransitionTime) ?? now;
  const left = since + limit.ms - now;
  return left < 0
    ? { state: newState(limit.state, now, limit.message, pod.status) }
    : { dueInMs: left + 1 };
}
