import { APACHE_SPARK_APPLICATIONS } from '../controllers/refs';
import { between, seededRandom } from '../controllers/random';
import type {
  ApplicationStatus,
  StateSummary,
} from '../controllers/sparkApache/ApplicationStatus';
import { MESSAGES } from '../controllers/sparkApache/stateMessages';
import {
  appendState,
  initialStatus,
  newState,
} from '../controllers/sparkApache/statusChanges';
import type { SandboxApi } from '../types';
import type { Manifest } from './applyObjects';
import { runOf } from './runOf';
import type { TravelClock } from './TravelClock';

const HOUR = 3_600_000;
const RUNS = 3;

/** The status of a run that went well, from its begin on. */
function succeeded(startedAt: number, durationMs: number): ApplicationStatus {
  const steps: [state: StateSummary, afterMs: number, message: string][] = [
    ['DriverRequested', 300, MESSAGES.driverRequested],
    ['DriverStarted', 2_100, MESSAGES.driverStarted],
    ['DriverReady', 2_100, MESSAGES.driverReady],
    ['RunningHealthy', 2_200, MESSAGES.runningHealthy],
    ['Succeeded', durationMs, MESSAGES.completed],
    ['ResourceReleased', durationMs + 400, ''],
  ];
  return steps.reduce(
    (status, [state, afterMs, message]) =>
      appendState(status, newState(state, startedAt + afterMs, message)),
    initialStatus(startedAt),
  );
}

/** A day of a job of the Apache operator, every eight hours: all went well, which only their histories tell. */
export function createApachePast(
  api: SandboxApi,
  clock: TravelClock,
  job: { name: string; namespace: string; definition: Manifest },
): void {
  const { name, namespace, definition } = job;
  const random = seededRandom(name);
  for (let index = RUNS; index >= 1; index -= 1) {
    const agoMs = index * 8 * HOUR;
    const startedAt = clock.now() - agoMs;
    const run = runOf(name, definition, startedAt);
    const created = clock.ago(agoMs, () =>
      api.create(APACHE_SPARK_APPLICATIONS, namespace, run),
    );
    api.updateStatus(APACHE_SPARK_APPLICATIONS, {
      ...created,
      status: succeeded(startedAt, between(random, 700, 900) * 1_000),
    });
  }
}
