/**
 * Values of `status.currentState.currentStateSummary`; empty means that the operator has not written it yet.
 * Source: apache/spark-kubernetes-operator ApplicationStateSummary.java, in its order.
 */
export const APPLICATION_STATES = [
  '',
  'Submitted',
  'ScheduledToRestart',
  'DriverRequested',
  'DriverStarted',
  'DriverReady',
  'InitializedBelowThresholdExecutors',
  'RunningHealthy',
  'RunningWithPartialCapacity',
  'RunningWithBelowThresholdExecutors',
  'DriverStartTimedOut',
  'ExecutorsStartTimedOut',
  'DriverReadyTimedOut',
  'Succeeded',
  'Failed',
  'SchedulingFailure',
  'DriverEvicted',
  'ResourceReleased',
  'TerminatedWithoutReleaseResources',
] as const;

export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** Failures that the operator calls those of the infrastructure: only these are tried again by `OnInfrastructureFailure`. */
const INFRASTRUCTURE_FAILURES: readonly string[] = [
  'DriverStartTimedOut',
  'ExecutorsStartTimedOut',
  'SchedulingFailure',
];
const FAILURES: readonly string[] = [
  ...INFRASTRUCTURE_FAILURES,
  'DriverEvicted',
  'Failed',
  'DriverReadyTimedOut',
];
const INITIAL: readonly string[] = ['Submitted', 'ScheduledToRestart'];
const TERMINATED: readonly string[] = [
  'ResourceReleased',
  'TerminatedWithoutReleaseResources',
];
const BEFORE_THE_DRIVER: readonly string[] = [...INITIAL, 'DriverRequested'];

export function isApplicationState(text: string): text is ApplicationState {
  return (APPLICATION_STATES as readonly string[]).includes(text);
}

export function isInfrastructureFailure(state: string): boolean {
  return INFRASTRUCTURE_FAILURES.includes(state);
}

export function isFailure(state: string): boolean {
  return FAILURES.includes(state);
}

/** An attempt begins with such a state. */
export function isInitial(state: string): boolean {
  return INITIAL.includes(state);
}

/** The attempt is over; its resources are to be released, and perhaps another one follows. */
export function isStopping(state: string): boolean {
  return state === 'Succeeded' || isFailure(state);
}

/** Nothing is left to do for the operator. Says nothing about how the run ended. */
export function isTerminated(state: string): boolean {
  return TERMINATED.includes(state);
}

/** The operator has not seen the driver run. */
export function isBeforeDriver(state: string): boolean {
  return BEFORE_THE_DRIVER.includes(state);
}
