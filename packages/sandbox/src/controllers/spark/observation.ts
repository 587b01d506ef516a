import type { SandboxApi } from '../../types';
import { timestamp } from '../../clock/timestamps';
import { instant } from '../instant';
import { PODS } from '../refs';
import {
  recordDriverEvent,
  recordDriverNotFound,
  recordExecutorEvent,
} from './operatorEvents';
import {
  applicationStateOf,
  driverState,
  executorStateOf,
  isExecutorTerminated,
  terminatedContainer,
} from './podStates';
import {
  applicationStatus,
  type SparkApplication,
  type SparkApplicationStatus,
} from './SparkApplication';
import {
  DRIVER_CONTAINER,
  EXECUTOR_CONTAINER,
  LABEL_APP_NAME,
  LABEL_ROLE,
  LABEL_SELECTOR,
  LABEL_SUBMISSION_ID,
} from './sparkLabels';

const DRIVER_GRACE_MS = 10_000;

/**
 * The status that the driver pod speaks for (`updateDriverState`).
 *
 * @throws Error while a driver pod that was just submitted is not to be seen yet: the caller looks again.
 */
export function observeDriver(
  api: SandboxApi,
  app: SparkApplication,
  now: number,
): SparkApplicationStatus {
  const status = applicationStatus(app);
  const { state } = status.applicationState;
  const podName = status.driverInfo.podName ?? '';
  const pod = api.get(PODS, app.metadata.namespace, podName);
  if (!pod) {
    const since = instant(status.lastSubmissionAttemptTime) ?? 0;
    if (state === 'SUBMITTED' && now - since <= DRIVER_GRACE_MS) {
      throw new Error(
        `driver pod ${app.metadata.namespace}/${podName} not found, while inside the grace period`,
      );
    }
    recordDriverNotFound(api, app, podName);
    return {
      ...status,
      applicationState: {
        state: 'FAILING',
        errorMessage: 'driver pod not found',
      },
      terminationTime: timestamp(now),
    };
  }
  const observed: SparkApplicationStatus = {
    ...status,
    applicationState: { ...status.applicationState },
    sparkApplicationId: pod.metadata.labels?.[LABEL_SELECTOR],
  };
  const driver = driverState(pod, DRIVER_CONTAINER);
  if (driver === 'COMPLETED' || driver === 'FAILED') {
    observed.terminationTime ??= timestamp(now);
  }
  if (driver === 'FAILED') {
    const end = terminatedContainer(pod, DRIVER_CONTAINER);
    observed.applicationState.errorMessage = end
      ? `driver container failed with ExitCode: ${end.exitCode}, Reason: ${end.reason}`
      : 'driver container status missing';
  }
  const next = applicationStateOf(driver);
  if (next !== state) {
    recordDriverEvent(api, app, driver, podName);
    observed.applicationState.state = next;
  }
  return observed;
}

/** The status with the states of the executors (`updateExecutorState`). */
export function observeExecutors(
  api: SandboxApi,
  app: SparkApplication,
  status: SparkApplicationStatus,
): SparkApplicationStatus {
  const labels: Record<string, string> = {
    [LABEL_APP_NAME]: app.metadata.name,
    [LABEL_ROLE]: 'executor',
  };
  if (status.submissionID) labels[LABEL_SUBMISSION_ID] = status.submissionID;
  const states = { ...status.executorState };
  const present = new Set<string>();
  for (const pod of api.list(PODS, app.metadata.namespace, labels)) {
    const { name } = pod.metadata;
    const state = executorStateOf(pod);
    present.add(name);
    if (states[name] !== state) {
      recordExecutorEvent(
        api,
        app,
        state,
        name,
        terminatedContainer(pod, EXECUTOR_CONTAINER),
      );
    }
    states[name] = state;
  }
  const application = status.applicationState.state;
  for (const [name, state] of Object.entries(states)) {
    if (present.has(name) || isExecutorTerminated(state)) continue;
    if (application === 'RUNNING') states[name] = 'UNKNOWN';
    else states[name] = application === 'COMPLETED' ? 'COMPLETED' : 'FAILED';
  }
  return {
    ...status,
    executorState: Object.keys(states).length > 0 ? states : undefined,
  };
}
