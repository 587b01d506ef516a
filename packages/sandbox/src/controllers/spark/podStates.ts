import type { KubeObject } from '../../types';
import { podStatus, type ContainerState } from '../pods/PodStatus';
import type { ApplicationState, ExecutorState } from './SparkApplication';

/** How the operator reads a driver pod. */
export type DriverState = 'PENDING' | 'RUNNING' | 'COMPLETED' | 'FAILED';

const APPLICATION_STATES: Record<DriverState, ApplicationState> = {
  PENDING: 'SUBMITTED',
  RUNNING: 'RUNNING',
  COMPLETED: 'SUCCEEDING',
  FAILED: 'FAILING',
};

/** The end of the named container of a pod, if it has ended. */
export function terminatedContainer(
  pod: KubeObject,
  container: string,
): ContainerState['terminated'] {
  return podStatus(pod).containerStatuses?.find(
    ({ name }) => name === container,
  )?.state.terminated;
}

/** The state of a driver from the phase of its pod; a driver that failed with exit code 0 counts as completed. */
export function driverState(pod: KubeObject, container: string): DriverState {
  const { phase } = podStatus(pod);
  const end = terminatedContainer(pod, container);
  if (phase === 'Pending') return 'PENDING';
  if (phase === 'Succeeded') return 'COMPLETED';
  if (phase === 'Running' && !end) return 'RUNNING';
  return end?.exitCode === 0 ? 'COMPLETED' : 'FAILED';
}

/** The state of the application that a driver's state means. */
export function applicationStateOf(state: DriverState): ApplicationState {
  return APPLICATION_STATES[state];
}

/** The state of an executor from the phase of its pod. */
export function executorStateOf(pod: KubeObject): ExecutorState {
  const states: Record<string, ExecutorState> = {
    Pending: 'PENDING',
    Running: 'RUNNING',
    Succeeded: 'COMPLETED',
    Failed: 'FAILED',
  };
  return states[podStatus(pod).phase] ?? 'UNKNOWN';
}

/** Whether an executor's state is final. */
export function isExecutorTerminated(state: ExecutorState): boolean {
  return state === 'COMPLETED' || state === 'FAILED';
}
