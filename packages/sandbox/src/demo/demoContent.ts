import { join } from 'node:path';
import { EXAMPLES_FOLDER } from '../folders';
import {
  CONFIG_MAPS,
  SCHEDULED_SPARK_APPLICATIONS,
  SPARK_APPLICATIONS,
} from '../controllers/refs';
import { loadYamlFile, loadYamlFolder } from '../controllers/loadYaml';
import { parse } from 'yaml';
import type { SandboxApi } from '../types';
import { applyObjects, type Manifest } from './applyObjects';
import { createPastRuns, runOf } from './pastRuns';
import type { TravelClock } from './TravelClock';

const LABEL_KUBERNETES_ID = 'backstage.io/kubernetes-id';
/** Says that the demo was made: what people delete afterwards stays deleted. */
const MARKER = { namespace: 'millrace', name: 'sandbox-demo' };
const JOB_WITH_PAST = 'orders-daily';

interface Job {
  name: string;
  namespace: string;
  definition: Manifest;
}

/** The Spark jobs of the demo's catalog, with the namespace of their domain. */
function readJobs(): Job[] {
  const entities = loadYamlFile(join(EXAMPLES_FOLDER, 'demo/catalog.yaml'));
  const domains = new Map<string, string>(
    entities
      .filter(({ kind }) => kind === 'System')
      .map(({ metadata, spec }) => [metadata.name, spec.domain]),
  );
  return entities
    .filter(({ kind }) => kind === 'Component')
    .map(({ metadata, spec }) => ({
      name: metadata.name,
      namespace: domains.get(spec.system) ?? '',
      definition: parse(spec.manifest),
    }));
}

function startJob(api: SandboxApi, clock: TravelClock, job: Job): void {
  const { name, namespace, definition } = job;
  if (name === JOB_WITH_PAST) {
    createPastRuns(api, clock, namespace, name, definition);
  } else if (definition.kind === 'ScheduledSparkApplication') {
    api.create(SCHEDULED_SPARK_APPLICATIONS, namespace, {
      ...definition,
      metadata: { name, labels: { [LABEL_KUBERNETES_ID]: name } },
    });
  } else {
    const run = runOf(name, definition, clock.now());
    api.create(SPARK_APPLICATIONS, namespace, run);
  }
}

/** The roles and identities of examples/rbac, as an admin of a real cluster applies them. Brought up to date at every start. */
export function demoRbac(api: SandboxApi): void {
  applyObjects(api, loadYamlFolder(join(EXAMPLES_FOLDER, 'rbac')));
}

/**
 * What the sandbox shows on its first start: the domains of examples/demo/cluster.yaml and the jobs of
 * examples/demo/catalog.yaml, with the past of one of them. Does nothing when it was done before.
 * Call it after {@link demoRbac} and before the controllers start.
 */
export function demoContent(api: SandboxApi, clock: TravelClock): void {
  if (api.get(CONFIG_MAPS, MARKER.namespace, MARKER.name)) return;
  applyObjects(api, loadYamlFile(join(EXAMPLES_FOLDER, 'demo/cluster.yaml')));
  for (const job of readJobs()) startJob(api, clock, job);
  api.create(CONFIG_MAPS, MARKER.namespace, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: MARKER.name },
  });
}
