import { join } from 'node:path';
import { EXAMPLES_FOLDER } from '../folders';
import { loadYamlFile } from '../controllers/loadYaml';
import { between, hex, seededRandom } from '../controllers/random';
import { SCHEDULED_SPARK_APPLICATIONS } from '../controllers/refs';
import type { KubeObject, SandboxApi } from '../types';
import type { Manifest } from './applyObjects';
import { createPastRun } from './pastRun';
import type { TravelClock } from './TravelClock';

const NAMESPACE = 'marketing';
const DAY = 86_400_000;

/** Who made a job's runs, told by their names and labels. */
interface Maker {
  runs: number;
  /** How many of them failed, counted from the latest. */
  failed?: number;
  metadata(job: string, startedAt: number): Manifest;
}

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

const MAKERS: Record<string, Maker> = {
  // Airflow's SparkKubernetesOperator: a name that ends in a random word, and where in a DAG it belongs.
  clickstream: {
    runs: 4,
    failed: 1,
    metadata: (job, startedAt) => ({
      name: `${job}-sessionize-${hex(seededRandom(`${job}${startedAt}`), 8)}`,
      labels: {
        airflow_version: '3.1.0',
        dag_id: job,
        task_id: 'sessionize',
        run_id: `scheduled__${day(startedAt)}T0200000000`,
        try_number: '1',
        spark_kubernetes_operator: 'True',
      },
    }),
  },
  // A person with a script: nothing but the date in the name.
  newsletter: {
    runs: 4,
    metadata: (job, startedAt) => ({
      name: `${job}-${day(startedAt)}`,
    }),
  },
  // A Helm release runs its one object again whenever its values change.
  attribution: {
    runs: 1,
    metadata: job => ({
      name: job,
      labels: {
        'app.kubernetes.io/name': job,
        'app.kubernetes.io/instance': `${job}-prod`,
        'app.kubernetes.io/version': '3.2.0',
        'app.kubernetes.io/managed-by': 'Helm',
        'helm.sh/chart': `${job}-0.9.1`,
      },
      annotations: {
        'meta.helm.sh/release-name': `${job}-prod`,
        'meta.helm.sh/release-namespace': NAMESPACE,
      },
    }),
  },
};
const SCHEDULE = 'campaigns';
const SCHEDULED_RUNS = 3;

/** Children of a schedule that somebody applied by hand. */
function scheduledRuns(schedule: KubeObject): Maker {
  const { name, uid } = schedule.metadata;
  return {
    runs: SCHEDULED_RUNS,
    metadata: (_, startedAt) => ({
      name: `${name}-${BigInt(startedAt) * 1_000_000n}`,
      labels: {
        ...schedule.metadata.labels,
        'sparkoperator.k8s.io/scheduled-app-name': name,
      },
      ownerReferences: [
        {
          apiVersion: schedule.apiVersion,
          kind: schedule.kind,
          name,
          uid,
          blockOwnerDeletion: true,
        },
      ],
    }),
  };
}

/**
 * Twelve runs of four jobs in a namespace that the portal has nothing to do with: of Helm, of Airflow, of a script and of a
 * schedule. They share the template of that schedule, in examples/demo/unadopted.yaml.
 */
export function createUnadoptedRuns(api: SandboxApi, clock: TravelClock): void {
  const schedule = api.get(SCHEDULED_SPARK_APPLICATIONS, NAMESPACE, SCHEDULE);
  const [file] = loadYamlFile(
    join(EXAMPLES_FOLDER, 'demo/unadopted.yaml'),
  ).filter(({ kind }) => kind === 'ScheduledSparkApplication');
  if (!schedule) throw new Error(`The demo has no schedule ${SCHEDULE}`);
  const makers = { ...MAKERS, [SCHEDULE]: scheduledRuns(schedule) };
  for (const [job, maker] of Object.entries(makers)) {
    const random = seededRandom(job);
    for (let index = maker.runs; index >= 1; index -= 1) {
      const agoMs = index * DAY - between(random, 60, 300) * 60_000;
      const run = {
        apiVersion: file.apiVersion,
        kind: 'SparkApplication',
        // By whole days: two runs whose hours fall on one date would have one name.
        metadata: maker.metadata(job, clock.now() - index * DAY),
        spec: {
          ...file.spec.template,
          mainApplicationFile: `s3a://marketing/jobs/${job}.py`,
        },
      };
      createPastRun(api, clock, random, NAMESPACE, run, {
        agoMs,
        durationMs: between(random, 200, 900) * 1_000,
        failed: index <= (maker.failed ?? 0),
        executors: 2,
      });
    }
  }
}
