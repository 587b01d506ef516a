/** States of `status.currentState.currentStateSummary` in the order of the operator's enum: comparisons go by it. */
export const STATES = [
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

export type StateSummary = (typeof STATES)[number];
export type RestartPolicy =
  | 'Always'
  | 'Never'
  | 'OnFailure'
  | 'OnInfrastructureFailure';

export interface ApplicationState {
  currentStateSummary: StateSummary;
  lastTransitionTime: string;
  message?: string;
  /** The status of the driver's pod when it was judged; outlives the pod. */
  lastObservedDriverStatus?: object;
}

/** Entries by their number, as a string; the numbers grow over all attempts. */
export type StateHistory = Record<string, ApplicationState>;

export interface AttemptInfo {
  id: number;
  restartCounter: number;
  failureRestartCounter: number;
  schedulingFailureRestartCounter: number;
}

export interface AttemptSummary {
  attemptInfo?: AttemptInfo;
  stateTransitionHistory?: StateHistory;
}

export interface ApplicationStatus {
  currentState: ApplicationState;
  stateTransitionHistory: StateHistory;
  previousAttemptSummary?: AttemptSummary;
  currentAttemptSummary?: AttemptSummary;
}

const INFRASTRUCTURE_FAILURES: readonly StateSummary[] = [
  'DriverStartTimedOut',
  'ExecutorsStartTimedOut',
  'SchedulingFailure',
];
const FAILURES: readonly StateSummary[] = [
  ...INFRASTRUCTURE_FAILURES,
  'DriverEvicted',
  'Failed',
  'DriverReadyTimedOut',
];

const rank = (state: StateSummary) => STATES.indexOf(state);

export const isInfrastructureFailure = (state: StateSummary) =>
  INFRASTRUCTURE_FAILURES.includes(state);
export const isFailure = (state: StateSummary) => FAILURES.includes(state);
export const isInitializing = (state: StateSummary) =>
  state === 'Submitted' || state === 'ScheduledToRestart';
/** Past the submission and not yet running. */
export const isStarting = (state: StateSummary) =>
  rank(state) > rank('ScheduledToRestart') &&
  rank(state) < rank('RunningHealthy');
/** Nothing is left to do; says nothing about how it ended. */
export const isTerminated = (state: StateSummary) =>
  state === 'ResourceReleased' || state === 'TerminatedWithoutReleaseResources';
/** The attempt is over: resources are to be released, and a restart to be thought of. */
export const isStopping = (state: StateSummary) =>
  rank(state) > rank('RunningWithBelowThresholdExecutors') &&
  !isTerminated(state);
export const isBefore = (state: StateSummary, other: StateSummary) =>
  rank(state) < rank(other);

/** The entry of a history with the highest number. */
export function lastEntry(
  history: StateHistory = {},
): [id: number, state: ApplicationState] | undefined {
  const ids = Object.keys(history).map(Number);
  if (ids.length === 0) return undefined;
  const id = Math.max(...ids);
  return [id, history[String(id)]];
}
