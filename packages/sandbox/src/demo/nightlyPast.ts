import { timestamp } from '../clock/timestamps';
import { seededRandom } from '../controllers/random';
import { SCHEDULED_SPARK_APPLICATIONS } from '../controllers/refs';
import type { SandboxApi } from '../types';
import type { Manifest } from './applyObjects';
import { createPastRun } from './pastRun';
import type { TravelClock } from './TravelClock';

const LABEL_KUBERNETES_ID = 'backstage.io/kubernetes-id';
const DAY = 86_400_000;
const LATE_MS = 30 * 60_000;
const RUNS = 2;

/**
 * A schedule of which two runs are left from the nights before. Without a time to live they stay and fill the namespace's count
 * quota: the run of half an hour ago was refused, which nothing tells but a `nextRun` in the past.
 */
export function createNightlyPast(
  api: SandboxApi,
  clock: TravelClock,
  job: { name: string; namespace: string; definition: Manifest },
): void {
  const { name, namespace, definition } = job;
  const random = seededRandom(name);
  const runs: string[] = [];
  for (let index = RUNS; index >= 1; index -= 1) {
    const agoMs = index * DAY + LATE_MS;
    const nanoseconds = BigInt(Math.floor(clock.now() - agoMs)) * 1_000_000n;
    const run = {
      apiVersion: definition.apiVersion,
      kind: 'SparkApplication',
      metadata: {
        name: `${name}-${nanoseconds}`,
        labels: {
          [LABEL_KUBERNETES_ID]: name,
          'sparkoperator.k8s.io/scheduled-app-name': name,
        },
      },
      spec: definition.spec.template,
    };
    runs.unshift(run.metadata.name);
    createPastRun(api, clock, random, namespace, run, {
      agoMs,
      durationMs: 420_000 + index * 30_000,
      failed: false,
      executors: 1,
    });
  }
  const schedule = clock.ago(3 * DAY, () =>
    api.create(SCHEDULED_SPARK_APPLICATIONS, namespace, {
      ...definition,
      metadata: { name, labels: { [LABEL_KUBERNETES_ID]: name } },
    }),
  );
  api.updateStatus(SCHEDULED_SPARK_APPLICATIONS, {
    ...schedule,
    status: {
      scheduleState: 'Scheduled',
      lastRun: timestamp(clock.now() - DAY - LATE_MS),
      lastRunName: runs[0],
      nextRun: timestamp(clock.now() - LATE_MS),
      pastSuccessfulRunNames: runs,
    },
  });
}
