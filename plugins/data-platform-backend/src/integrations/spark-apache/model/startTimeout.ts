import { numberAt } from '../../values/field';

/** Source: apache/spark-kubernetes-operator ApplicationTimeoutConfig.java. */
const DEFAULT_MS = 300_000;

/** What the operator waits for in a state, and how it ends that wait. Source: AppDriverTimeoutObserver.java. */
const WAITS: Readonly<Record<string, string>> = {
  DriverRequested: 'driverStartTimeoutMillis',
  DriverStarted: 'driverReadyTimeoutMillis',
  DriverReady: 'executorStartTimeoutMillis',
  InitializedBelowThresholdExecutors: 'executorStartTimeoutMillis',
};

/** A limit of time on a state. */
export interface StartTimeout {
  /** Path of the setting. */
  setting: string;
  ms: number;
}

/** The limit on the state that an application is in; undefined when it may stay there. */
export function startTimeout(
  spec: unknown,
  state: string,
): StartTimeout | undefined {
  return Object.prototype.hasOwnProperty.call(WAITS, state)
    ? timeoutOf(spec, WAITS[state])
    : undefined;
}

/** The limit that was exceeded, by the state that says so. */
export function exceededTimeout(
  spec: unknown,
  state: string,
): StartTimeout | undefined {
  switch (state) {
    case 'DriverStartTimedOut':
      return timeoutOf(spec, 'driverStartTimeoutMillis');
    case 'DriverReadyTimedOut':
      return timeoutOf(spec, 'driverReadyTimeoutMillis');
    case 'ExecutorsStartTimedOut':
      return timeoutOf(spec, 'executorStartTimeoutMillis');
    default:
      return undefined;
  }
}

function timeoutOf(spec: unknown, key: string): StartTimeout | undefined {
  const path = ['applicationTolerations', 'applicationTimeoutConfig', key];
  const ms = numberAt(spec, ...path) ?? DEFAULT_MS;
  return ms > 0 ? { setting: ['spec', ...path].join('.'), ms } : undefined;
}
