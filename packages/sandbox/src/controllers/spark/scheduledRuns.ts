import type { SandboxApi } from '../../types';
import { SPARK_APPLICATIONS } from '../refs';
import {
  applicationStatus,
  isTerminated,
  type ApplicationState,
  type SparkApplication,
} from './SparkApplication';
import type { ScheduledSparkApplication } from './ScheduledSparkApplication';
import { LABEL_SCHEDULED_APP_NAME } from './sparkLabels';

const NANOSECONDS_PER_MS = 1_000_000n;
const DEFAULT_HISTORY_LIMIT = 1;

const stateOf = (run: SparkApplication) =>
  applicationStatus(run).applicationState.state;

/** The number that makes names of runs unique: they end in nanoseconds. */
const nanosecondsOf = (run: SparkApplication) =>
  BigInt(/-(\d+)$/.exec(run.metadata.name)?.[1] ?? 0);

/** Runs of a schedule, newest first. */
export function listRuns(
  api: SandboxApi,
  schedule: ScheduledSparkApplication,
): SparkApplication[] {
  const { namespace, name } = schedule.metadata;
  return (
    api.list(SPARK_APPLICATIONS, namespace, {
      [LABEL_SCHEDULED_APP_NAME]: name,
    }) as SparkApplication[]
  ).sort((left, right) =>
    nanosecondsOf(left) < nanosecondsOf(right) ? 1 : -1,
  );
}

/**
 * Whether the next run may start. `Replace` deletes a last run that has not ended. A schedule without a policy never
 * starts a second run while an earlier one exists: the operator has no default for it.
 */
export function mayStartRun(
  api: SandboxApi,
  schedule: ScheduledSparkApplication,
): boolean {
  const [last] = listRuns(api, schedule);
  if (!last) return true;
  switch (schedule.spec.concurrencyPolicy) {
    case 'Allow':
      return true;
    case 'Forbid':
      return isTerminated(stateOf(last));
    case 'Replace':
      if (!isTerminated(stateOf(last))) {
        const { namespace, name } = last.metadata;
        api.delete(SPARK_APPLICATIONS, namespace, name);
      }
      return true;
    default:
      return false;
  }
}

/**
 * Creates a run; it inherits the schedule's labels, but not its annotations.
 *
 * @throws StatusError when the API server refuses it, for instance for a full quota.
 */
export function createRun(
  api: SandboxApi,
  schedule: ScheduledSparkApplication,
  now: number,
  nanoseconds: number,
): string {
  const { namespace, name, uid, labels } = schedule.metadata;
  const moment = BigInt(now) * NANOSECONDS_PER_MS + BigInt(nanoseconds);
  return api.create(SPARK_APPLICATIONS, namespace, {
    apiVersion: schedule.apiVersion,
    kind: 'SparkApplication',
    metadata: {
      name: `${name}-${moment}`,
      labels: { [LABEL_SCHEDULED_APP_NAME]: name, ...labels },
      ownerReferences: [
        {
          apiVersion: schedule.apiVersion,
          kind: schedule.kind,
          name,
          uid,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: schedule.spec.template,
  }).metadata.name;
}

/** Deletes finished runs beyond the history limit; returns the names of those that are kept. */
export function trimRuns(
  api: SandboxApi,
  schedule: ScheduledSparkApplication,
  state: Extract<ApplicationState, 'COMPLETED' | 'FAILED'>,
): string[] {
  const limit =
    (state === 'COMPLETED'
      ? schedule.spec.successfulRunHistoryLimit
      : schedule.spec.failedRunHistoryLimit) ?? DEFAULT_HISTORY_LIMIT;
  const runs = listRuns(api, schedule).filter(run => stateOf(run) === state);
  for (const { metadata } of runs.slice(limit)) {
    api.delete(SPARK_APPLICATIONS, metadata.namespace, metadata.name);
  }
  return runs.slice(0, limit).map(({ metadata }) => metadata.name);
}
