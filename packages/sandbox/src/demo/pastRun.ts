import { timestamp } from '../clock/timestamps';
import { SPARK_APPLICATIONS } from '../controllers/refs';
import { hex, uuid, type Random } from '../controllers/random';
import type { SandboxApi } from '../types';
import type { Manifest } from './applyObjects';
import type { TravelClock } from './TravelClock';

/** When a run of the past began, how long it took, and how it went. */
export interface Past {
  agoMs: number;
  durationMs: number;
  failed: boolean;
  attempts?: number;
  executors?: number;
}

/**
 * A SparkApplication of Kubeflow's operator that is over: as old as its run. Its pods are gone, as they are on a cluster that
 * tidies up.
 */
export function createPastRun(
  api: SandboxApi,
  clock: TravelClock,
  random: Random,
  namespace: string,
  run: Manifest,
  past: Past,
): void {
  const { failed, attempts = 1, executors = 3 } = past;
  const startedAt = clock.now() - past.agoMs;
  const created = clock.ago(past.agoMs, () =>
    api.create(SPARK_APPLICATIONS, namespace, run),
  );
  const prefix = `${run.metadata.name}-${hex(random, 16)}-exec-`;
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
      executionAttempts: attempts,
      submissionAttempts: attempts,
      executorState: Object.fromEntries(
        Array.from({ length: executors }, (_, index) => [
          `${prefix}${index + 1}`,
          executorState,
        ]),
      ),
      lastSubmissionAttemptTime: timestamp(startedAt + 1_000),
      sparkApplicationId: `spark-${hex(random, 32)}`,
      submissionID: uuid(random),
      terminationTime: timestamp(startedAt + past.durationMs),
    },
  });
}
