import { timestamp } from '../clock/timestamps';
import { SPARK_APPLICATIONS } from '../controllers/refs';
import { between, hex, seededRandom, uuid } from '../controllers/random';
import type { SandboxApi } from '../types';
import type { Manifest } from './applyObjects';
import type { TravelClock } from './TravelClock';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const RUNS = 20;
/** The one that failed, counted from the latest. */
const FAILED_RUN = 6;

/** A run's object as the portal names it: the job, and the moment in base 36. */
export function runOf(
  job: string,
  definition: Manifest,
  now: number,
): Manifest {
  return {
    apiVersion: definition.apiVersion,
    kind: definition.kind,
    metadata: {
      name: `${job}-${Math.floor(now).toString(36)}`,
      labels: { 'backstage.io/kubernetes-id': job },
    },
    spec: definition.spec,
  };
}

/**
 * Ten days of a job that runs twice a day: finished objects, as old as their runs, one of them failed. Their pods are gone,
 * as they are on a cluster that tidies up.
 */
export function createPastRuns(
  api: SandboxApi,
  clock: TravelClock,
  namespace: string,
  job: string,
  definition: Manifest,
): void {
  const random = seededRandom(job);
  for (let index = RUNS; index >= 1; index -= 1) {
    const agoMs = index * 12 * HOUR - 5 * HOUR + between(random, 0, 4) * MINUTE;
    const startedAt = clock.now() - agoMs;
    const failed = index === FAILED_RUN;
    const durationMs =
      (failed ? between(random, 60, 90) : between(random, 540, 860)) * 1000 +
      index * 4_000;
    const run = runOf(job, definition, startedAt);
    const created = clock.ago(agoMs, () =>
      api.create(SPARK_APPLICATIONS, namespace, run),
    );
    const executors = `${run.metadata.name}-${hex(random, 16)}-exec-`;
    const executorState = failed ? 'FAILED' : 'COMPLETED';
    api.updateStatus(SPARK_APPLICATIONS, {
      ...created,
      status: {
        applicationState: failed
          ? {
              state: 'FAILED',
              errorMessage:
                'driver container failed with ExitCode: 1, Reason: Error',
            }
          : { state: 'COMPLETED' },
        driverInfo: { podName: `${run.metadata.name}-driver` },
        executionAttempts: failed ? 2 : 1,
        submissionAttempts: failed ? 2 : 1,
        executorState: Object.fromEntries(
          [1, 2, 3].map(id => [`${executors}${id}`, executorState]),
        ),
        lastSubmissionAttemptTime: timestamp(startedAt + 1_000),
        sparkApplicationId: `spark-${hex(random, 32)}`,
        submissionID: uuid(random),
        terminationTime: timestamp(startedAt + durationMs),
      },
    });
  }
}
