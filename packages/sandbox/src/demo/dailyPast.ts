import { between, seededRandom } from '../controllers/random';
import type { SandboxApi } from '../types';
import type { Manifest } from './applyObjects';
import { createPastRun } from './pastRun';
import { runOf } from './runOf';
import type { TravelClock } from './TravelClock';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const RUNS = 20;
/** The one that failed, counted from the latest. */
const FAILED_RUN = 6;

/** Ten days of a job that runs twice a day, one of its runs failed. */
export function createDailyPast(
  api: SandboxApi,
  clock: TravelClock,
  job: { name: string; namespace: string; definition: Manifest },
): void {
  const random = seededRandom(job.name);
  for (let index = RUNS; index >= 1; index -= 1) {
    const agoMs = index * 12 * HOUR - 5 * HOUR + between(random, 0, 4) * MINUTE;
    const failed = index === FAILED_RUN;
    const durationMs =
      (failed ? between(random, 60, 90) : between(random, 540, 860)) * 1000 +
      index * 4_000;
    const run = runOf(job.name, job.definition, clock.now() - agoMs);
    createPastRun(api, clock, random, job.namespace, run, {
      agoMs,
      durationMs,
      failed,
      attempts: failed ? 2 : 1,
    });
  }
}
