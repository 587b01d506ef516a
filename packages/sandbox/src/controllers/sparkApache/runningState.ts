import type { KubeObject } from '../../types';
import { isStarting, type StateSummary } from './ApplicationStatus';
import { isPodReady } from './driverObservation';
import { tolerationsOf, type SparkApplication } from './SparkApplication';
import { MESSAGES } from './stateMessages';

/**
 * The state of an application whose driver is ready, from the executors that are (AppRunningStep.java, 1.0.0). Without
 * `instanceConfig` executors are not looked at.
 */
export function runningState(
  app: SparkApplication,
  executors: readonly KubeObject[],
): [state: StateSummary, message?: string] {
  const { initExecutors, minExecutors, maxExecutors } =
    tolerationsOf(app).instanceConfig;
  const { currentStateSummary: current, message } = app.status!.currentState;
  const starting = isStarting(current);
  if (initExecutors === 0 || (!starting && minExecutors === 0)) {
    return ['RunningHealthy', MESSAGES.runningHealthy];
  }
  const ready = executors.filter(isPodReady).length;
  if (ready >= (starting ? initExecutors : minExecutors)) {
    const dynamic =
      app.spec.sparkConf?.['spark.dynamicAllocation.enabled'] === 'true';
    return !dynamic && maxExecutors > 0 && ready < maxExecutors
      ? ['RunningWithPartialCapacity', MESSAGES.runningPartially]
      : ['RunningHealthy', MESSAGES.runningHealthy];
  }
  if (!starting) {
    return [
      'RunningWithBelowThresholdExecutors',
      MESSAGES.runningBelowThreshold,
    ];
  }
  return ready > 0
    ? ['InitializedBelowThresholdExecutors', MESSAGES.initializedBelowThreshold]
    : [current, message];
}
